"""The languages of ISO 639-1.

Written by tools/make_languages.py.
"""

from __future__ import annotations

ROWS = """
aa aar|Afar||阿法尔语
ab abk|Abkhazian|Аԥсшәа|阿布哈西亚语
ae ave|Avestan||阿维斯塔语
af afr|Afrikaans||南非荷兰语
ak aka|Akan||阿肯语
am amh|Amharic|አማርኛ|阿姆哈拉语
an arg|Aragonese|aragonés|阿拉贡语
ar ara|Arabic|العربية|阿拉伯语|阿拉伯文
as asm|Assamese|অসমীয়া|阿萨姆语
av ava|Avaric||阿瓦尔语
ay aym|Aymara||艾马拉语
az aze|Azerbaijani|azərbaycan|阿塞拜疆语
ba bak|Bashkir|башҡорт теле|巴什基尔语
be bel|Belarusian|беларуская|白俄罗斯语
bg bul|Bulgarian|български|保加利亚语
bi bis|Bislama||比斯拉马语
bm bam|Bambara|bamanakan|班巴拉语
bn ben|Bangla|বাংলা|孟加拉语|Bengali
bo bod/bod/tib|Tibetan|བོད་སྐད་|藏语|藏文
br bre|Breton|brezhoneg|布列塔尼语
bs bos|Bosnian|bosanski|波斯尼亚语
ca cat|Catalan|català|加泰罗尼亚语|Valencian
ce che|Chechen|нохчийн|车臣语
ch cha|Chamorro||查莫罗语
co cos|Corsican|corsu|科西嘉语
cr cre|Cree||克里语
cs ces/ces/cze|Czech|čeština|捷克语
cu chu|Church Slavic||教会斯拉夫语|Church Slavonic|Old Bulgarian|Old Church Slavonic|Old Slavonic
cv chv|Chuvash|чӑваш|楚瓦什语
cy cym/cym/wel|Welsh|Cymraeg|威尔士语
da dan|Danish|dansk|丹麦语
de deu/deu/ger|German|Deutsch|德语|德語|德文
dv div|Divehi||迪维希语|Dhivehi|Maldivian
dz dzo|Dzongkha|རྫོང་ཁ|宗卡语
ee ewe|Ewe|eʋegbe|埃维语
el ell/ell/gre|Greek|Ελληνικά|希腊语|Modern Greek
en eng|English||英语|英語|英文
eo epo|Esperanto||世界语
es spa|Spanish|español|西班牙语|西班牙文|西语|Castilian
et est|Estonian|eesti|爱沙尼亚语
eu eus/eus/baq|Basque|euskara|巴斯克语
fa fas/fas/per|Persian|فارسی|波斯语|Farsi|波斯文
ff ful|Fula|Pulaar|富拉语|Fulah
fi fin|Finnish|suomi|芬兰语
fj fij|Fijian||斐济语
fo fao|Faroese|føroyskt|法罗语
fr fra/fra/fre|French|français|法语|法語|法文
fy fry|Western Frisian|Frysk|西弗里西亚语
ga gle|Irish|Gaeilge|爱尔兰语
gd gla|Scottish Gaelic|Gàidhlig|苏格兰盖尔语|Gaelic
gl glg|Galician|galego|加利西亚语
gn grn|Guarani|avañe'ẽ|瓜拉尼语
gu guj|Gujarati|ગુજરાતી|古吉拉特语
gv glv|Manx|Gaelg|马恩语
ha hau|Hausa||豪萨语
he heb|Hebrew|עברית|希伯来语
hi hin|Hindi|हिन्दी|印地语
ho hmo|Hiri Motu||希里莫图语
hr hrv|Croatian|hrvatski|克罗地亚语
ht hat|Haitian Creole|Kreyòl Ayisyen|海地克里奥尔语|Haitian
hu hun|Hungarian|magyar|匈牙利语
hy hye/hye/arm|Armenian|հայերեն|亚美尼亚语
hz her|Herero||赫雷罗语
ia ina|Interlingua|interlingua|国际语
id ind|Indonesian|bahasa Indonesia|印度尼西亚语|印尼语|印尼文
ie ile|Interlingue||国际文字|Occidental
ig ibo|Igbo||伊博语
ii iii|Sichuan Yi|ꆈꌠꉙ|凉山彝语|Nuosu
ik ipk|Inupiaq||伊努皮克语
io ido|Ido||伊多语
is isl/isl/ice|Icelandic|íslenska|冰岛语
it ita|Italian|italiano|意大利语|意大利文
iu iku|Inuktitut||因纽特语
ja jpn ja|Japanese|日本語|日语|日語|日文
jv jav|Javanese|Jawa|爪哇语
ka kat/kat/geo|Georgian|ქართული|格鲁吉亚语
kg kon|Kongo||刚果语
ki kik|Kikuyu|Gikuyu|吉库尤语
kj kua|Kuanyama||宽亚玛语|Kwanyama
kk kaz|Kazakh|қазақ тілі|哈萨克语
kl kal|Kalaallisut|kalaallisut|格陵兰语|Greenlandic
km khm|Khmer|ខ្មែរ|高棉语|Cambodian|柬埔寨语|Central Khmer
kn kan|Kannada|ಕನ್ನಡ|卡纳达语
ko kor ko|Korean|한국어|韩语|韓語|韩文|韓文|朝鲜语|조선말
kr kau|Kanuri||卡努里语
ks kas|Kashmiri|کٲشُر|克什米尔语
ku kur|Kurdish|kurdî|库尔德语
kv kom|Komi||科米语
kw cor|Cornish|kernewek|康沃尔语
ky kir|Kyrgyz|кыргызча|柯尔克孜语|Kirghiz
la lat|Latin|Lingua latina|拉丁语
lb ltz|Luxembourgish|Lëtzebuergesch|卢森堡语|Letzeburgesch
lg lug|Ganda|Luganda|卢干达语
li lim|Limburgish||林堡语|Limburgan|Limburger
ln lin|Lingala|lingála|林加拉语
lo lao|Lao|ລາວ|老挝语
lt lit|Lithuanian|lietuvių|立陶宛语
lu lub|Luba-Katanga|Tshiluba|鲁巴加丹加语
lv lav|Latvian|latviešu|拉脱维亚语
mg mlg|Malagasy||马拉加斯语
mh mah|Marshallese||马绍尔语
mi mri/mri/mao|Māori||毛利语|Maori
mk mkd/mkd/mac|Macedonian|македонски|马其顿语
ml mal|Malayalam|മലയാളം|马拉雅拉姆语
mn mon|Mongolian|монгол|蒙古语|蒙语|蒙文
mr mar|Marathi|मराठी|马拉地语
ms msa/msa/may|Malay|bahasa Malaysia|马来语|马来文
mt mlt|Maltese|Malti|马耳他语
my mya/mya/bur|Burmese|မြန်မာ|缅甸语|缅甸文
na nau|Nauru||瑙鲁语
nb nob|Norwegian Bokmål|norsk bokmål|书面挪威语
nd nde|North Ndebele|isiNdebele|北恩德贝勒语
ne nep|Nepali|नेपाली|尼泊尔语
ng ndo|Ndonga||恩东加语
nl nld/nld/dut|Dutch|Nederlands|荷兰语
nn nno|Norwegian Nynorsk|norsk nynorsk|挪威尼诺斯克语
no nor|Norwegian|norsk|挪威语
nr nbl|South Ndebele||南恩德贝勒语
nv nav|Navajo|Diné Bizaad|纳瓦霍语|Navaho
ny nya|Nyanja||齐切瓦语|Chichewa|Chewa
oc oci|Occitan|occitan|奥克语
oj oji|Ojibwa||奥吉布瓦语
om orm|Oromo|Oromoo|奥罗莫语
or ori|Odia|ଓଡ଼ିଆ|奥里亚语|Oriya
os oss|Ossetic|ирон|奥塞梯语|Iron Ossetic|Iron|Iron Ossetian|Ossetian
pa pan|Punjabi|ਪੰਜਾਬੀ|旁遮普语|Panjabi
pi pli|Pali||巴利语
pl pol|Polish|polski|波兰语
ps pus|Pashto|پښتو|普什图语|Pushto
pt por|Portuguese|português|葡萄牙语|葡萄牙文|葡语
qu que|Quechua|Runasimi|克丘亚语
rm roh|Romansh|rumantsch|罗曼什语
rn run|Rundi|Ikirundi|隆迪语
ro ron/ron/rum|Romanian|română|罗马尼亚语|Moldavian|Moldovan
ru rus|Russian|русский|俄语|俄語|俄文
rw kin|Kinyarwanda|Ikinyarwanda|卢旺达语
sa san|Sanskrit|संस्कृत भाषा|梵语
sc srd|Sardinian|sardu|萨丁语
sd snd|Sindhi|سنڌي|信德语
se sme|Northern Sami|davvisámegiella|北方萨米语
sg sag|Sango|Sängö|桑戈语
sh hbs/-|Serbo-Croatian|srpskohrvatski|塞尔维亚-克罗地亚语
si sin|Sinhala|සිංහල|僧伽罗语|Sinhalese
sk slk/slk/slo|Slovak|slovenčina|斯洛伐克语
sl slv|Slovenian|slovenščina|斯洛文尼亚语
sm smo|Samoan||萨摩亚语
sn sna|Shona|chiShona|绍纳语
so som|Somali|Soomaali|索马里语
sq sqi/sqi/alb|Albanian|shqip|阿尔巴尼亚语
sr srp|Serbian|српски|塞尔维亚语
ss ssw|Swati|siSwati|斯瓦蒂语
st sot|Southern Sotho|Sesotho|南索托语
su sun|Sundanese|Basa Sunda|巽他语
sv swe|Swedish|svenska|瑞典语
sw swa|Swahili|Kiswahili|斯瓦希里语
ta tam|Tamil|தமிழ்|泰米尔语
te tel|Telugu|తెలుగు|泰卢固语
tg tgk|Tajik|тоҷикӣ|塔吉克语
th tha|Thai|ไทย|泰语|泰文
ti tir|Tigrinya|ትግርኛ|提格利尼亚语
tk tuk|Turkmen|türkmen dili|土库曼语
tl tgl|Tagalog||他加禄语
tn tsn|Tswana|Setswana|茨瓦纳语
to ton|Tongan|lea fakatonga|汤加语|Tonga
tr tur|Turkish|Türkçe|土耳其语
ts tso|Tsonga||聪加语
tt tat|Tatar|татар|鞑靼语
tw twi|Twi|Akan|契维语
ty tah|Tahitian||塔希提语
ug uig|Uyghur|ئۇيغۇرچە|维吾尔语|Uighur|维语
uk ukr|Ukrainian|українська|乌克兰语
ur urd|Urdu|اردو|乌尔都语
uz uzb|Uzbek|o‘zbek|乌兹别克语
ve ven|Venda|tshiVenḓa|文达语
vi vie|Vietnamese|Tiếng Việt|越南语|越南文
vo vol|Volapük||沃拉普克语
wa wln|Walloon|walon|瓦隆语
wo wol|Wolof||沃洛夫语
xh xho|Xhosa|IsiXhosa|科萨语
yi yid|Yiddish|ייִדיש|意第绪语
yo yor|Yoruba|Èdè Yorùbá|约鲁巴语
za zha|Zhuang|Vahcuengh|壮语|Chuang
zh zho/zho/chi zh|Chinese|中文|汉语|漢語|华语|華語|普通话|普通話|国语|國語|中国話|中国语
zu zul|Zulu|isiZulu|祖鲁语
"""
"""A language each: its tag, its codes of ISO 639-3/639-2T/639-2B (one left out is as the one before it, `-` is none),
the group of its captions (latin where left out); its name in English, its own, and all others."""
