"""The small words that tell languages of one script apart, and that lead what comes after them.

The most frequent ones that are short: articles, prepositions, conjunctions, pronouns, auxiliaries, negations.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

FUNCTION_WORDS: Mapping[str, str] = {
    "en": "the a an of and to in is that it was for on are with as be at this by from or have not had but what were "
    "we  when your can there use which do their if will how about then them would so these i you he she they "
    "my has been",
    "de": "der die das und ist nicht ein eine einen einem einer zu den dem des mit von auf für sich auch es an "
    "werden aus  er hat dass sie nach wird bei noch wie um am sind aber wir war im haben ich oder wenn mich "
    "mir dir ihr zum zur",
    "fr": "le la les de des du et est un une que qui dans pour pas sur ce il elle au avec ne se plus par je vous "
    "nous mais  on cette ses sont été être ont aux leur c'est d'un d'une qu'il qu'on j'ai n'est l'on même "
    "aussi où ils elles",
    "es": "el la los las de del y que en un una es se no por con para su al lo como más pero sus le ya o este sí "
    "porque  esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos uno ni contra "
    "está son fue era",
    "pt": "o a os as de do da dos das e que em um uma é se não por com para no na nos nas mais como mas foi ao ele "
    "seu sua  ou ser quando muito há já está eu também só pelo pela até isso ela entre depois sem mesmo aos "
    "são você tem à",
    "it": "il lo la i gli le di del della dei delle e che è un una in non per con si da al dal nel nella sono come "
    "ma più  anche se alla dell'arte ha questo ci mi io ho o quando molto cosa essere perché o degli nei sul "
    "sulla c'è po'",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er die om maar ook als dan bij nog naar hij ze "
    "we je  ik wat wordt door over uit tot kan worden heeft was hebben deze dit geen meer heel zo of werd ons "
    "mijn",
    "sv": "och att det i en är som på för av med den till inte ett om har jag de men var han vi du så från kan nu "
    "när  också hon vara bli eller efter sig ut mycket där hade skulle vid alla några detta man mig dig här "
    "något",
    "da": "og at det i en er som på for af med den til ikke et om har jeg de men var han vi du så fra kan nu når "
    "også hun  være bliver eller efter sig ud meget hvor havde skulle ved alle nogle dette man mig dig her "
    "noget hvad blev af",
    "no": "og at det i en er som på for av med den til ikke et om har jeg de men var han vi du så fra kan nå når "
    "også hun  være blir eller etter seg ut mye hvor hadde skulle ved alle noen dette man meg deg her noe hva "
    "ble av å fram",
    "cs": "a v se na je že s z do to o k ve za pro si ale jako po by jsem jsou tak ten co když od už který která "
    "které byl  bylo jen ani nebo při jeho jsme být až aby podle před není mezi ještě i u své pak proto můj",
    "sk": "a v sa na je že s z do to o k vo za pre si ale ako po by som sú tak ten čo keď od už ktorý ktorá ktoré "
    "bol bolo  len ani alebo pri jeho sme byť až aby podľa pred nie medzi ešte i u svoje potom preto môj",
    "pl": "i w na z do się nie to że jest o a jak po od za przez ale co tak dla jego był czy już tylko ze ich być "
    "może  który która które są tym oraz tego jej gdy ma też było przy pod jako ten jeszcze mnie nam",
    "hr": "i u je se na da za su od s o kao ne što a ali koji koja koje iz to bi do po nije biti te samo ili sve već "
    "kad  još bio ako smo jer sam kako može prema između li ovo",
    "ro": "și în de la a cu pe nu că este un o din care pentru se mai sunt au fost ca lui dar sau prin după fi ai "
    "era ce  îi îl lor când foarte acest această cum doar între până despre unei unui",
    "hu": "a az és hogy nem is egy van ez azt meg csak de már volt mint ha még el ki minden vagy kell lesz le fel én "
    "ő ezt  itt ott majd után lehet igen mert ami aki így úgy most nagyon",
    "fi": "ja on ei että se hän oli ovat mutta kun niin kuin joka myös minä sinä he me te tämä ne sen ole olen olla "
    "jos  tai vain nyt sitten mitä vielä kanssa mukaan jo voi",
    "ca": "el la els les de del i que en un una és es no per amb al com més però pel dels han són aquest aquesta "
    "seva  també sense sobre molt hi ha jo tu fins quan on",
    "tr": "ve bir bu da de için ne çok var ben daha gibi mi o ama ile sen olarak kadar olan değil en her şey sonra "
    "ki biz  ya o'nun nasıl yok bana beni diye ise onu hiç veya ancak",
    "id": "yang dan di ini itu dengan untuk dari tidak pada adalah dalam akan ke saya kita ada juga karena bisa "
    "mereka oleh  sudah atau kami anda sebagai dia seperti lebih telah dapat aku kamu apa jadi hanya saat "
    "belum para jika",
    "vi": "và của là không có được trong cho một những với các người này đã khi để đến tôi nhưng cũng từ thì ở về ra "
    "như  sẽ lại vào còn rất bạn anh chị ông bà nó chúng ta đó nếu mà phải hay vì",
    "ru": "и в не на я что он с как это по но они мы к у из за то же все так его от бы вы о для был до или если уже "
    "при  быть когда только еще её мне было вот где нет чтобы",
    "uk": "і в не на я що він з як це по але вони ми до у із за то же все так його від би ви про для був або якщо "
    "вже при  бути коли тільки ще її мені було ось де немає щоб й та",
    "bg": "и в не на да се за от е с по той като но са си към ще че или бе през до които което която при така беше "
    "може  вече само още това тя аз ние вие ги го ми",
}
"""By the code of the language."""


@lru_cache(1)
def languages_by_word() -> Mapping[str, tuple[str, ...]]:
    """The languages that each of these words is in."""
    found: dict[str, list[str]] = {}
    for language, words in FUNCTION_WORDS.items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}
