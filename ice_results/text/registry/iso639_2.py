"""The languages of ISO 639-2 that ISO 639-1 does not have.

Written by tools/make_languages.py.
"""

from __future__ import annotations

ROWS = """
ace ace|Acehnese||亚齐语|Achinese
ach ach|Acoli||阿乔利语
ada ada|Adangme||阿当梅语
ady ady|Adyghe||阿迪格语|Adygei
afh afh|Afrihili||阿弗里希利语
ain ain|Ainu||阿伊努语
akk akk|Akkadian||阿卡德语
ale ale|Aleut||阿留申语
alt alt|Southern Altai||南阿尔泰语
ang ang|Old English|Ænglisc|古英语
anp anp|Angika||昂加语
arc arc|Aramaic||阿拉米语|Official Aramaic|Imperial Aramaic
arn arn|Mapuche|Mapudungun|马普切语
arp arp|Arapaho||阿拉帕霍语
arw arw|Arawak||阿拉瓦克语
ast ast|Asturian|asturianu|阿斯图里亚斯语|Asturleonese|Bable|Leonese
awa awa|Awadhi||阿瓦德语
bal bal|Baluchi|بلۆچی|俾路支语
ban ban|Balinese||巴厘语
bas bas|Basaa|Ɓàsàa|巴萨语|Basa
bej bej|Beja||贝沙语|Bedawiyet
bem bem|Bemba|Ichibemba|本巴语
bho bho|Bhojpuri|भोजपुरी|博杰普尔语
bik bik|Bikol||比科尔语
bin bin|Bini||比尼语|Edo
bla bla|Siksiká||西克西卡语|Siksika
bra bra|Braj||布拉杰语
bua bua|Buriat||布里亚特语
bug bug|Buginese||布吉语
byn byn|Blin||比林语|Bilin
cad cad|Caddo||卡多语
car car|Carib||加勒比语|Galibi Carib
ceb ceb|Cebuano||宿务语
chb chb|Chibcha||奇布查语
chg chg|Chagatai||察合台语
chk chk|Chuukese||楚克语
chm chm|Mari||马里语
chn chn|Chinook Jargon||奇努克混合语
cho cho|Choctaw|Chahta|乔克托语
chp chp|Chipewyan||奇佩维安语|Dene Suline
chr chr|Cherokee|ᏣᎳᎩ|切罗基语
chy chy|Cheyenne||夏延语
cnr cnr|Montenegrin
cop cop|Coptic||科普特语
crh crh|Crimean Tatar||克里米亚鞑靼语|Crimean Turkish
csb csb|Kashubian||卡舒比语
dak dak|Dakota||达科他语
dar dar|Dargwa||达尔格瓦语
del del|Delaware||特拉华语
den den|Slave||史拉维语|Slavey
dgr dgr|Dogrib||多格里布语|Tlicho|Tłı̨chǫ
din din|Dinka||丁卡语
doi doi|Dogri|डोगरी|多格拉语
dsb dsb|Lower Sorbian|dolnoserbšćina|下索布语
dua dua|Duala|duálá|杜阿拉语
dum dum|Middle Dutch||中古荷兰语
dyu dyu|Dyula||迪尤拉语
efi efi|Efik||埃菲克语
egy egy|Ancient Egyptian||古埃及语|Egyptian
eka eka|Ekajuk||艾卡朱克语
elx elx|Elamite||埃兰语
enm enm|Middle English||中古英语
ewo ewo|Ewondo|ewondo|埃翁多语
fan fan|Fang||芳格语
fat fat|Fanti|Akan|芳蒂语
fil fil|Filipino||菲律宾语|Pilipino|菲律宾文
fon fon|Fon||丰语
frm frm|Middle French||中古法语
fro fro|Old French||古法语
frr frr|Northern Frisian|Nordfriisk|北弗里西亚语
frs frs|Eastern Frisian||东弗里西亚语
fur fur|Friulian|furlan|弗留利语
gaa gaa|Ga|Gã|加族语
gay gay|Gayo||迦约语
gba gba|Gbaya||格巴亚语
gez gez|Geez||吉兹语
gil gil|Gilbertese||吉尔伯特语
gmh gmh|Middle High German||中古高地德语
goh goh|Old High German||古高地德语
gon gon|Gondi||冈德语
gor gor|Gorontalo||哥伦打洛语
got got|Gothic||哥特语
grb grb|Grebo||格列博语
grc grc|Ancient Greek||古希腊语
gsw gsw|Swiss German|Schwiizertüütsch|瑞士德语|Alemannic|Alsatian
gwi gwi|Gwichʼin||哥威迅语
hai hai|Haida||海达语
haw haw|Hawaiian|ʻŌlelo Hawaiʻi|夏威夷语
hil hil|Hiligaynon|Ilonggo|希利盖农语
hit hit|Hittite||赫梯语
hmn hmn|Hmong||苗语|Mong
hsb hsb|Upper Sorbian|hornjoserbšćina|上索布语
hup hup|Hupa||胡帕语
iba iba|Iban||伊班语
ilo ilo|Iloko|Ilokano|伊洛卡诺语
inh inh|Ingush||印古什语
jbo jbo|Lojban|la .lojban.|逻辑语
jpr jpr|Judeo-Persian||犹太波斯语
jrb jrb|Judeo-Arabic||犹太阿拉伯语
kaa kaa|Kara-Kalpak|қарақалпақша|卡拉卡尔帕克语|Karakalpak
kab kab|Kabyle|Taqbaylit|卡拜尔语
kac kac|Kachin||克钦语|Jingpho
kam kam|Kamba|Kikamba|卡姆巴语
kaw kaw|Kawi||卡威语
kbd kbd|Kabardian||卡巴尔德语
kha kha|Khasi||卡西语
kho kho|Khotanese||和田语|Sakan
kmb kmb|Kimbundu||金邦杜语
kok kok|Konkani|कोंकणी|孔卡尼语
kos kos|Kosraean||科斯拉伊语
kpe kpe|Kpelle|Kpɛlɛɛ|克佩列语
krc krc|Karachay-Balkar||卡拉恰伊巴尔卡尔语
krl krl|Karelian||卡累利阿语
kru kru|Kurukh||库鲁克语
kum kum|Kumyk||库梅克语
kut kut|Kutenai||库特奈语|Ktunaxa|Ksanka
lad lad|Ladino||拉迪诺语
lah lah|Western Panjabi|لہندا پنجابی|西旁遮普语|Lahnda
lam lam|Lamba||兰巴语
lez lez|Lezghian||列兹金语
lol lol|Mongo||蒙戈语
loz loz|Lozi||洛齐语
lua lua|Luba-Lulua||卢巴-卢拉语
lui lui|Luiseno||卢伊塞诺语|Luiseño
lun lun|Lunda||隆达语
luo luo|Luo|Dholuo|卢奥语
lus lus|Mizo||米佐语|Lushai
mad mad|Madurese||马都拉语
mag mag|Magahi||摩揭陀语
mai mai|Maithili|मैथिली|迈蒂利语
mak mak|Makasar||望加锡语
man man|Mandingo||曼丁哥语|Manding
mas mas|Masai|Maa|马赛语
mdf mdf|Moksha|мокшень кяль|莫克沙语
mdr mdr|Mandar||曼达尔语
men men|Mende||门德语
mga mga|Middle Irish||中古爱尔兰语
mic mic|Mi'kmaw|Lʼnuiʼsuti|密克马克语|Mi'kmaq|Micmac
min min|Minangkabau||米南佳保语
mis mis -|Uncoded languages
mnc mnc|Manchu||满语
mni mni|Manipuri|মৈতৈলোন্|曼尼普尔语
moh moh|Mohawk|Kanienʼkéha|摩霍克语
mos mos|Mossi||莫西语
mul mul -|Multiple languages||多语种
mus mus|Muscogee|Mvskoke|克里克语|Creek
mwl mwl|Mirandese||米兰德斯语
mwr mwr|Marwari||马尔瓦里语
myv myv|Erzya|эрзянь кель|厄尔兹亚语
nap nap|Neapolitan||那不勒斯语
nds nds|Low German|Neddersass'sch|低地德语|Low Saxon
new new|Newari||尼瓦尔语|Nepal Bhasa|Newar
nia nia|Nias||尼亚斯语
niu niu|Niuean||纽埃语
nog nog|Nogai||诺盖语
non non|Old Norse||古诺尔斯语
nqo nqo|N'Ko|ߒߞߏ|西非书面文字
nso nso|Northern Sotho|Sesotho sa Leboa|北索托语|Pedi|Sepedi
nwc nwc|Classical Newari||古典尼瓦尔语|Classical Nepal Bhasa|Old Newari
nym nym|Nyamwezi||尼扬韦齐语
nyn nyn|Nyankole|Runyankore|尼昂科勒语
nyo nyo|Nyoro||尼奥罗语
nzi nzi|Nzima||恩济马语
osa osa|Osage|𐓏𐓘𐓻𐓘𐓻𐓟|欧塞奇语
ota ota|Ottoman Turkish||奥斯曼土耳其语
pag pag|Pangasinan||邦阿西南语
pal pal|Pahlavi||巴拉维语
pam pam|Pampanga||邦板牙语|Kapampangan
pap pap|Papiamento|Papiamentu|帕皮阿门托语
pau pau|Palauan||帕劳语
peo peo|Old Persian||古波斯语
phn phn|Phoenician||腓尼基语
pon pon|Pohnpeian||波纳佩语
pro pro|Old Provençal||古普罗文斯语|Old Occitan
raj raj|Rajasthani|राजस्थानी|拉贾斯坦语
rap rap|Rapanui||拉帕努伊语
rar rar|Rarotongan||拉罗汤加语|Cook Islands Maori
rom rom|Romany||吉普赛语
rup rup|Aromanian|armãneashti|阿罗马尼亚语|Macedo-Romanian|Arumanian
sad sad|Sandawe||桑达韦语
sah sah|Yakut|саха тыла|萨哈语
sam sam|Samaritan Aramaic||萨马利亚阿拉姆语
sas sas|Sasak||萨萨克语
sat sat|Santali|ᱥᱟᱱᱛᱟᱲᱤ|桑塔利语
scn scn|Sicilian|sicilianu|西西里语
sco sco|Scots||苏格兰语
sel sel|Selkup||塞尔库普语
sga sga|Old Irish||古爱尔兰语
shn shn|Shan|တႆး|掸语
sid sid|Sidamo||悉达摩语
sma sma|Southern Sami|Åarjelsaemien gïele|南萨米语
smj smj|Lule Sami|julevsámegiella|吕勒萨米语
smn smn|Inari Sami|anarâškielâ|伊纳里萨米语
sms sms|Skolt Sami|sääʹmǩiõll|斯科特萨米语
snk snk|Soninke||索宁克语
sog sog|Sogdien||粟特语|Sogdian
srn srn|Sranan Tongo||苏里南汤加语
srr srr|Serer||塞雷尔语
suk suk|Sukuma||苏库马语
sus sus|Susu||苏苏语
sux sux|Sumerian||苏美尔语
syc syc|Classical Syriac||古典叙利亚语
syr syr|Syriac|ܣܘܪܝܝܐ|叙利亚语
tem tem|Timne||泰姆奈语
ter ter|Tereno||特伦诺语
tet tet|Tetum||德顿语
tig tig|Tigre||提格雷语
tiv tiv|Tiv||蒂夫语
tkl tkl|Tokelau||托克劳语
tlh tlh|Klingon||克林贡语|tlhIngan Hol
tli tli|Tlingit||特林吉特语
tmh tmh|Tamashek||塔马奇克语
tog tog|Nyasa Tonga||尼亚萨汤加语
tpi tpi|Tok Pisin||托克皮辛语
tsi tsi|Tsimshian||钦西安语
tum tum|Tumbuka||通布卡语
tvl tvl|Tuvalu||图瓦卢语
tyv tyv|Tuvinian||图瓦语
udm udm|Udmurt||乌德穆尔特语
uga uga|Ugaritic||乌加里特语
umb umb|Umbundu||翁本杜语
und und -|Unknown language||未知语言|Undetermined
vai vai|Vai|ꕙꔤ|瓦伊语
vot vot|Votic||沃提克语
wal wal|Wolaytta||瓦拉莫语|Wolaitta
war war|Waray||瓦瑞语
was was|Washo||瓦绍语
xal xal|Kalmyk||卡尔梅克语|Oirat
yao yao|Yao||尧语
yap yap|Yapese||雅浦语
zap zap|Zapotec||萨波蒂克语
zbl zbl|Blissymbols||布里斯符号|Bliss|Blissymbolics
zen zen|Zenaga||泽纳加语
zgh zgh|Standard Moroccan Tamazight|ⵜⴰⵎⴰⵣⵉⵖⵜ|标准摩洛哥塔马塞特语
zun zun|Zuni||祖尼语
zxx zxx -|No linguistic content||无语言内容|Not applicable
zza zza|Zaza||扎扎语|Dimili|Kirdki|Kirmanjki|Zazaki
"""
"""A language each: its tag, its codes of ISO 639-3/639-2T/639-2B (one left out is as the one before it, `-` is none),
the group of its captions (latin where left out); its name in English, its own, and all others."""
