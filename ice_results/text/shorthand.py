"""Abbreviations, units and months of many languages, as they are written behind and before numbers and names."""

from __future__ import annotations

_UNITS = """
mm cm m km ft yd mi in inch inches foot feet mile miles meter meters metre metres metri mètres Meter mg g kg t lb
lbs oz pound pounds gram grams kilo kilos ml cl dl l litre litres liter liters s sec ms min h hr hrs hour hours
minutes seconds Uhr Stunden Minuten Sekunden heures minuti minutos horas Hz kHz MHz GHz W kW MW kWh V A mA J kJ kcal
N Pa hPa bar K °C °F ° % ‰ km/h mph m/s kB KB MB GB TB Kbps Mbps px fps dpi € $ £ ¥ ₽ zł kr Kč euro euros Euro
dollars dollar percent Prozent por pour hundred thousand million millions billion billions trillion Millionen
Milliarden Mio Mrd millones milhões milioni miljoner millioner miljoen miljard tusen tusind juta ribu persen triệu
tỷ nghìn м см км кг г руб тыс млн млрд лет часов минут a.m p.m am pm AM PM
"""
UNITS = frozenset(_UNITS.split())
"""What follows a number and stays with it."""

_LEADING = """
mr mrs ms dr prof st gen col lt sgt capt rev hon gov sen rep pres no nr fig vol ch sect art abs abb bd bl hr fr mme
mlle mm me sr sra srta dña dn sig sigg sig.ra dott avv ing on arch hl ev dir dipl nn kap tab str op cf vgl ca approx
vs pp tel bzgl bzw inkl exkl zzgl max min г ул им проф акад др гр тов стр рис p s n num núm pág
"""
LEADING_ABBREVIATIONS = frozenset(_LEADING.split())
"""What is short for a title or a reference, without the full stop: what follows belongs to it."""

_WORDS_TOO = """
me no on in fr hr ing an mm op art fig tab str max min ch sat sun mar al es co st sen rep col gen abs dir cap nap ex
"""
WORDS_TOO = frozenset(_WORDS_TOO.split())
"""Abbreviations that are words as well: these are short for something in capitals or before a number only."""

_OTHERS = """
etc al inc ltd co corp jr sr bros dept est jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat
sun usw evtl ggf sog u.a z.b d.h u.s.w u.ä o.ä i.d.r m.e mio mrd std min sek tsd mld mln osv bl.a t.ex f.eks m.m
o.s.v dvs ev resp tzv apod např atd tj mj ред изд т.е т.д т.п т.к и.о н.э др пр pl dz itp itd np tzn m.in ecc es
p.es v.d ex p.ex c.-à-d env éd av ej p.ej aprox ud uds vd ee.uu ltda exmo dll dsb dst tgl a.n
"""
OTHER_ABBREVIATIONS = frozenset(_OTHERS.split())
"""What is short for something else, without the last full stop, which ends no sentence."""

_MONTHS = """
january february march april may june july august september october november december januar februar märz mai juni
juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero
marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janeiro fevereiro março maio junho julho
setembro outubro novembro dezembro gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre januari
februari maart mei augustus augusti desember marts maj ledna února března dubna května června července srpna září
října listopadu prosince stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października grudnia
января февраля марта апреля мая июня июля августа сентября октября ноября декабря maret agustus ocak şubat mart
nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
"""
MONTHS = frozenset(_MONTHS.split())
"""Names of months in small letters."""
