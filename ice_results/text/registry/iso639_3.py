"""Languages outside ISO 639-2 that speech, songs and films are in.

Written by tools/make_languages.py.
"""

from __future__ import annotations

ROWS = """
acm acm/ara|Mesopotamian Arabic
acq acq/ara|Ta'izzi-Adeni Arabic
aeb aeb/ara|Tunisian Arabic
afb afb/ara|Gulf Arabic
aln aln/sqi/alb|Gheg Albanian
als als/sqi/alb|Tosk Albanian|shqip
ami ami/-|Amis
apc apc/ara|North Levantine Arabic|العامية|Levantine Arabic
apd apd/ara|Sudanese Arabic
arb arb/ara|Standard Arabic|العربية
arq arq/ara|Algerian Arabic
ars ars/ara|Najdi Arabic||纳吉迪阿拉伯语
ary ary/ara|Moroccan Arabic
arz arz/ara|Egyptian Arabic
ase ase/sgn|American Sign Language
asf asf/sgn|Auslan||Australian Sign Language
ayl ayl/ara|Libyan Arabic
azb azb/aze|South Azerbaijani
azj azj/aze|North Azerbaijani|azərbaycan
bar bar/-|Bavarian
bew bew/-|Betawi
bfi bfi/sgn|British Sign Language
bgc bgc/-|Haryanvi|हरियाणवी|哈里亚纳语
bjn bjn/msa/may|Banjar
bnn bnn/-|Bunun
cdo cdo/zho/chi zh|Min Dong Chinese||闽东语|閩東語|福州话
cjy cjy/zho/chi zh|Jinyu Chinese||晋语|晉語
ckb ckb/kur|Central Kurdish|کوردیی ناوەندی|中库尔德语
cmn cmn/zho/chi zh|Mandarin Chinese|中文|Mandarin|官话|官話|北方话
cnp cnp/zho/chi zh|Northern Ping Chinese||Northern Pinghua
cpx cpx/zho/chi zh|Pu-Xian Chinese
crs crs/-|Seselwa Creole French||塞舌尔克里奥尔语
csl csl/sgn|Chinese Sign Language
csp csp/zho/chi zh|Southern Ping Chinese||Southern Pinghua
ctg ctg/-|Chittagonian
czh czh/zho/chi zh|Huizhou Chinese
czo czo/zho/chi zh|Min Zhong Chinese
diq diq/zza|Dimli|Zaza
ekk ekk/est|Standard Estonian|eesti
fsl fsl/sgn|French Sign Language
fuv fuv/ful|Nigerian Fulfulde
gan gan/zho/chi zh|Gan Chinese||赣语|贛語
gaz gaz/orm|West Central Oromo|Oromoo
gcf gcf/-|Guadeloupean Creole French
glk glk/-|Gilaki
gom gom/kok|Goan Konkani
gsg gsg/sgn|German Sign Language
gug gug/grn|Paraguayan Guaraní|avañe'ẽ
hak hak/zho/chi zh|Hakka Chinese||客家语|客家话|客家話|客語|Hakka
haz haz/-|Hazaragi
hne hne/-|Chhattisgarhi
hnj hnj/hmn|Hmong Njua|𞄀𞄄𞄰𞄩𞄍𞄜𞄰|Mong Leng|Mong Njua
hsn hsn/zho/chi zh|Xiang Chinese||湘语|湘語|Xiang
jam jam/-|Jamaican Creole English
jsl jsl/sgn|Japanese Sign Language
kea kea/-|Kabuverdianu|kabuverdianu|卡布佛得鲁语
kfy kfy/-|Kumaoni
khk khk/mon|Halh Mongolian|монгол
kmr kmr/kur|Northern Kurdish|kurdî
knc knc/kau|Central Kanuri|Kanuri
ksw ksw/-|S'gaw Karen
kvk kvk/sgn|Korean Sign Language
lij lij/-|Ligurian|ligure|利古里亚语
lmo lmo/-|Lombard||伦巴第语
lrc lrc/-|Northern Luri|لۊری شومالی|北卢尔语
ltg ltg/lav|Latgalian
lvs lvs/lav|Standard Latvian|latviešu
lzh lzh/zho/chi zh|Literary Chinese||文言|文言文|古文
mey mey/-|Hassaniyya
mfe mfe/-|Morisyen|kreol morisien|毛里求斯克里奥尔语
mnp mnp/zho/chi zh|Min Bei Chinese||闽北语|閩北語
mvf mvf/mon|Peripheral Mongolian
mww mww/hmn|Hmong Daw
mzn mzn/-|Mazanderani|مازرونی|马赞德兰语
nan nan/zho/chi zh|Min Nan Chinese||闽南语|閩南語|Hokkien|Taiwanese|台语|臺語|台語|Southern Min
nod nod/-|Northern Thai
npi npi/nep|Nepali|नेपाली
ory ory/ori|Odia|ଓଡ଼ିଆ
pbt pbt/pus|Southern Pashto
pbu pbu/pus|Northern Pashto|پښتو
pcm pcm/-|Nigerian Pidgin|Naijíriá Píjin|尼日利亚皮钦语
pdt pdt/-|Plautdietsch
pes pes/fas/per|Iranian Persian|فارسی
plt plt/mlg|Plateau Malagasy|Malagasy
pms pms/-|Piedmontese||Piemontese
pnb pnb/lah|Western Panjabi|لہندا پنجابی
prs prs/fas/per|Dari||Afghan Persian
pwn pwn/-|Paiwan
quz quz/que|Cusco Quechua|Runasimi
rcf rcf/-|Réunion Creole French
rhg rhg/-|Rohingya|𐴌𐴗𐴥𐴝𐴙𐴚𐴒𐴙𐴝|罗兴亚语
rif rif/-|Riffian|Tarifit|里夫语
rop rop/-|Kriol
rue rue/-|Rusyn
ryu ryu/- ja|Central Okinawan
sdh sdh/kur|Southern Kurdish|کوردی خوارگ|南库尔德语
sgs sgs/-|Samogitian
shi shi/-|Tachelhit|ⵜⴰⵛⵍⵃⵉⵜ|希尔哈语
skr skr/lah|Saraiki|سرائیکی|色莱基语|Seraiki
swh swh/swa|Swahili|Kiswahili
syl syl/-|Sylheti
szl szl/-|Silesian|ślōnski|西里西亚语
tay tay/-|Atayal
tcy tcy/-|Tulu
trv trv/-|Taroko|patas Taroko|赛德克语|Sediq|Seediq
tsm tsm/sgn|Turkish Sign Language||Türk İşaret Dili
tts tts/-|Northeastern Thai
tzm tzm/-|Central Atlas Tamazight|Tamaziɣt n laṭlaṣ|塔马齐格特语
uzn uzn/uzb|Northern Uzbek|o‘zbek
vec vec/-|Venetian|veneto|威尼斯语
vep vep/-|Veps||维普森语
vro vro/est|Võro
wuu wuu/zho/chi zh|Wu Chinese||吴语|吳語|Shanghainese|上海话|上海話
ydd ydd/yid|Eastern Yiddish|ייִדיש
yue yue/zho/chi zh|Cantonese|粵語|粤语|广东话|廣東話|白话|Yue Chinese
zsm zsm/msa/may|Standard Malay|bahasa Malaysia
"""
"""A language each: its tag, its codes of ISO 639-3/639-2T/639-2B (one left out is as the one before it, `-` is none),
the group of its captions (latin where left out); its name in English, its own, and all others."""
