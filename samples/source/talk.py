"""The talk of ten minutes, and half a minute of it: what is said, its chapters, and what the service makes of it.

`SCRIPT` holds every sentence as two lines, Chinese and English. `## ` begins a chapter, `@` a turn
of one speaker. Everything that points at a sentence quotes a few words that occur only there.
"""

from __future__ import annotations

Topics = dict[str, "Topics"]

TITLE = "檐下有声｜乔砚田：把停了三十三年的钟楼修响"
LENGTH_MS = 600_000
SPEAKERS = {"1": "闻禾", "2": "乔砚田"}

SCRIPT = """
## 停在四点十七分
@1
各位听众下午好，欢迎收听《檐下有声》，我是闻禾。
Good afternoon, everyone, and welcome to "Under the Eaves". I'm Wen He.
今天坐在我对面的，是云碓镇博物馆的馆长乔砚田。
Sitting across from me today is Qiao Yantian, director of the Yundui Town Museum.
乔馆长，您把镇上那座停了三十三年的钟楼，又修响了。
Director Qiao, you got the town's clock tower ringing again after thirty-three silent years.
@2
是我们一起修响的，我主要负责爬梯子和道歉。
We did it together. My part was mostly climbing ladders and apologising.
@1
道歉？跟谁道歉？
Apologising? To whom?
@2
跟邻居，跟鸽子，也跟我太太，这个待会儿细说。
To the neighbours, to the pigeons, and to my wife. I'll come to that.
@1
那我们先从头讲起，这座钟是什么时候停的？
Let's start from the beginning, then. When did the clock stop?
@2
1988年7月，一场大雨把阁楼的西窗吹开了，水直接灌进了机芯。
In July 1988 a storm blew open the west window of the attic, and water poured straight into the movement.
@1
那它是一下子就停的吗？
And did it stop at once?
@2
老人说不是，它又挣扎着走了两天，越走越慢，最后一声只敲了半下。
The old folk say not: it struggled on for two days, slower and slower, and the last stroke was only half a stroke.
@1
半下是什么声音？
What does half a stroke sound like?
@2
就像一个人话说到一半，忽然想起了别的事。
Like someone who breaks off in mid-sentence because something else has come to mind.
指针停在四点十七分，后来镇上人约时间，就爱开玩笑说“老时间见”。
The hands stopped at 4:17, and from then on people making plans would joke, "See you at the usual time."
小孩子更有意思，他们真以为钟楼就是一张画。
The children were funnier still: they honestly thought the tower was just a painting.
@1
那当时没有人想过要修吗？
Did nobody think of repairing it back then?
@2
想过，1993年请来过一位师傅，他看了一上午，只留下一句话。
They did. In 1993 a clockmaker came, looked at it all morning, and left us a single sentence.
他说：“这口钟没坏，是没人等它了。”
He said, "This clock isn't broken. It's just that nobody is waiting for it any more."
@1
这话听着像一句诗，也像一句推辞。
That sounds like a line of poetry, and also like an excuse.
@2
我当年觉得是推辞，修完之后才明白，他说的是实情。
At the time I took it for an excuse. Only after the repair did I see that he was stating a fact.
一座公共的钟，最要紧的零件是看它的人。
The most important part of a public clock is the people who look at it.

## 饼干盒里的日记
@1
您是哪一年动了修它的念头？
In what year did you get the idea of repairing it?
@2
2018年春天，我们清点库房，在一只饼干盒里翻出了《守钟日记》。
In spring 2018, while taking stock of our storeroom, we found "The Clock Keeper's Diary" in a biscuit tin.
写日记的人叫骆长庚，守了这座钟二十六年。
It was written by Luo Changgeng, who looked after the clock for twenty-six years.
他每天只写两行，一行记快慢，一行记天气。
He wrote just two lines a day: one for how fast or slow it ran, one for the weather.
@1
听起来有点枯燥。
It sounds a little dry.
@2
头几页是枯燥，可你往下翻，会发现他偷偷在天气那行里写别的。
The first pages are dry, but read on and you find him slipping other things into the weather line.
比如有一天他写：“晴，女儿会叫爸爸了，钟慢两秒，不调。”
One day, for example, he wrote: "Clear. My daughter can say Papa. Clock two seconds slow. Left it."
@1
“不调”这两个字真好。
Those last two words are wonderful.
@2
我就是看到这一页，决定要修的。
That was the page that made me decide to repair it.
第二天我带着手电筒爬上阁楼，一开门，先看见满地的鸽子粪。
The next day I climbed to the attic with a torch, opened the door, and met a floor covered in droppings.
光是清这个，我们就装了41个编织袋。
Clearing that alone filled forty-one woven sacks.
鸽子也得安顿，我们在隔壁粮站的房檐下钉了一排木箱，算是拆迁安置。
The pigeons needed rehousing too, so we nailed a row of boxes under the eaves of the grain depot next door.
它们不太满意，头一个月天天飞回来开会。
They weren't impressed, and for the first month they flew back every day to hold meetings.
清完才看清机芯，它比我想的完整，大的齿轮一个没少。
Only then could we see the movement. It was more complete than I'd imagined: not one large wheel was gone.
@1
那小的呢？
And the small ones?
@2
少了一个，偏偏是最要命的那个，擒纵轮。
One was missing, and of course it was the vital one: the escape wheel.
@1
给不懂钟表的听众解释一下，擒纵轮是干什么的？
For listeners who don't know clocks, what does an escape wheel do?
@2
你可以把它想成一道小门，一次只放一个齿过去。
Think of it as a little gate that lets through one tooth at a time.
重锤一直想往下掉，全靠这道门把力气切成一小份一小份。
The weight always wants to fall, and it is this gate that slices its pull into tiny portions.
我们听到的“嘀嗒”，就是那道门开关的声音。
The tick-tock we hear is that gate opening and closing.

## 压在酸菜缸上的齿轮
@1
缺了它，钟就走不了。
Without it, the clock can't run.
您去哪儿找呢？
So where did you look?
@2
我先在镇上贴了告示，还画了一张一比一的图。
First I put up notices around town, with a full-size drawing.
告示贴出去三天，收到了6个齿轮，两个来自自行车，一个来自压面机。
Within three days we had received six wheels: two from bicycles, one from a noodle press.
还有位大叔抱来一个炒锅的锅盖，说尺寸差不多。
And one man carried in the lid of a wok, saying the size was about right.
@1
大家是真想帮忙。
People really wanted to help.
@2
对，所以我每一样都收下，写了收条，现在都摆在展柜里。
Yes, so I accepted every one and wrote a receipt for it, and they're all in a display case now.
真正的那个，是半年以后出现的。
The real one turned up half a year later.
石磨村有位九十一岁的奶奶，托孙子发来一张照片，问是不是这个。
A ninety-one-year-old grandmother in Shimo Village had her grandson send us a photo, asking if this was it.
照片里，那个轮子压在一缸酸菜上面。
In the photo, the wheel was sitting on top of a crock of pickled cabbage.
@1
压酸菜？那不早就锈穿了吗？
Weighing down pickles? Wouldn't it have rusted through long ago?
@2
它是黄铜的，酸菜水反而把表面泡得锃亮。
It's brass, so if anything the brine had left it gleaming.
奶奶说，那年雨停以后，几个小伙子把机芯拆下来晒，装回去却多出一个轮子。
She said that after the rain some young men took the movement apart to dry it, and had one wheel left over.
她觉得扔了可惜，就抱回家压酸菜，一压就是三十年。
She thought it a pity to throw away, so she took it home for the pickles, and there it stayed for thirty years.
@1
这大概是全世界最下饭的文物。
That must be the most appetising artefact in the world.
@2
我们正式征集的时候，奶奶提了一个条件，要我们赔她一块趁手的石头。
When we formally acquired it, she had one condition: we owed her a good handy stone.
我在河滩上挑了一下午，她最后选了最丑的那块。
I spent a whole afternoon choosing on the riverbank, and in the end she took the ugliest one.
轮子有两个齿磨短了0.4毫米，我们没有换新的，请铜匠补了一点料。
Two teeth had worn down by 0.4 millimetres; rather than replace it, we had a coppersmith add a little metal.
@1
为什么不干脆做一个新的？
Why not simply make a new one?
@2
做新的更便宜，可那样一来，日记里的每一秒就跟它没关系了。
A new one would have been cheaper, but then it would have had nothing to do with any second in that diary.

## 认领七百二十分钟
@1
说到便宜，修这座钟一共花了多少钱？
Speaking of cheap, how much did the whole repair cost?
@2
总共38.6万元，镇里能拿出来的只有9万。
386,000 yuan in all, of which the town could only put up 90,000.
剩下的缺口，大半是靠“卖分钟”补上的。
Most of the gap we filled by "selling minutes".
@1
分钟怎么卖？
How do you sell a minute?
@2
钟面一圈是十二个小时，正好七百二十分钟，每一分钟由一个人认领。
Once round the dial is twelve hours, exactly 720 minutes, and each minute is adopted by one person.
认领一分钟四百元，名字刻在楼梯的木踏板上，从零点一直排到十一点五十九分。
A minute costs 400 yuan, and the names are carved into the wooden stairs, from twelve o'clock round to 11:59.
@1
最先被认走的是哪一分钟？
Which minute went first?
@2
四点十七分，开放以后不到二十秒就没了。
4:17. It was gone less than twenty seconds after we opened.
认领它的是骆长庚的女儿，就是日记里会叫爸爸的那个孩子。
It was adopted by Luo Changgeng's daughter, the very child in the diary who could say Papa.
@1
哎呀，这个我真没想到。
Oh my, I didn't see that coming.
@2
她在省城教了一辈子物理，现在每个月坐四个小时的车回来擦钟摆。
She taught physics in the provincial capital all her life; now she rides four hours each month to polish the pendulum.
后来我们统计过，认领的人里有63%早就不住在镇上了。
We later worked out that 63% of the adopters hadn't lived in the town for years.
有人认领自己出生的时刻，也有人认领离开家的那班车的时间。
Some adopted the time they were born, others the departure time of the bus they left home on.
还有一对夫妻，为了六点零五分吵了一架。
And there was a couple who had a row over 6:05.
@1
这有什么好吵的？
What was there to quarrel about?
@2
一个说那是求婚的时间，另一个说求婚那天明明迟到了十分钟。
One said it was the time of the proposal; the other said that the proposal had clearly been ten minutes late.
最后他们买了两个分钟，中间隔着九个陌生人。
In the end they bought two minutes, with nine strangers in between.
七百二十分钟全部认领完，还差八千块，我动了家里装修厨房的钱。
With all 720 minutes adopted we were still 8,000 yuan short, so I dipped into our money for a new kitchen.
@1
怪不得要跟太太道歉，她怎么说？
No wonder you had to apologise to your wife. What did she say?
@2
她说厨房可以晚一年，但是钟楼第一次敲响，得由她来拉那根绳子。
She said the kitchen could wait a year, but when the tower first struck, she would be the one to pull the rope.
@1
她真拉了？
And did she?
@2
拉了，还早了十秒，这件事全镇一直替她保密，今天算是保不住了。
She did, ten seconds early. The whole town has kept her secret ever since; I suppose it's out now.

## 铜板、曲线和选票
@1
零件有了，钱也有了，钟是不是装上就能走？
With the part and the money in hand, was it just a matter of putting it together?
@2
走是能走，头一天就快了四分钟，中学食堂提前开饭，学生特别高兴。
It ran, but on the first day it gained four minutes. The school canteen opened early, to the pupils' delight.
机械钟怕的是温差，天一热，摆杆变长，钟就慢下来。
What a mechanical clock fears is temperature: on a hot day the rod gets longer and the clock slows down.
骆长庚的办法很土，在摆锤上放铜板，放一枚，一天大约快0.5秒。
Luo Changgeng's method was homespun: put a copper coin on the bob, and it gains about half a second a day.
我们照着日记试，居然一次就灵。
We followed the diary, and to our surprise it worked first time.
@1
听说你们还用上了软件？
I hear you used software as well?
@2
对，几个中学生写了个小程序，叫Tick Ledger，用手机听钟的声音。
Yes, a few pupils wrote a small program called Tick Ledger, which listens to the clock with a phone.
名字的意思是嘀嗒的账本，他们说账本上一秒也不能糊涂。
The name says it: a ledger of ticks. And in a ledger, they say, not one second may be fudged.
它把每一声嘀嗒都记下来，跟标准时间比对，画成一条曲线。
It records every tick, compares it with standard time, and draws the result as a curve.
第一周，曲线像心电图，到第六周，误差已经压到每周8秒以内。
In the first week the curve looked like a cardiogram; by the sixth, the error was under eight seconds a week.
@1
那些学生现在还在管吗？
Are those pupils still looking after it?
@2
毕业一批，接手一批，他们管自己叫“校对员”。
As one class graduates, the next takes over. They call themselves "the proofreaders".
@1
说说跟邻居道歉的事吧，是不是因为太吵？
Tell us about apologising to the neighbours. Was it the noise?
@2
第一次试敲是早上六点，半个镇子的狗都叫了。
The first trial strike was at six in the morning, and half the dogs in town started barking.
对面开面馆的秦嫂，提着擀面杖就上来了。
Auntie Qin, who runs the noodle shop opposite, came straight up with her rolling pin.
我道完歉就想，钟声是大家的，几点响应该由大家来定。
After apologising I thought: the bell belongs to everyone, so everyone should decide when it rings.
于是我们办了一次投票，满十六岁就能投，一共收到1204张票。
So we held a vote, open to anyone of sixteen or over, and received 1,204 ballots.
结果是早上七点到晚上九点敲，夜里不敲，除夕例外。
The result: it rings from seven in the morning till nine at night, never overnight, except on New Year's Eve.
最有意思的是，秦嫂投的是“全天都敲”。
The best part is that Auntie Qin voted for ringing round the clock.
@1
怎么又变卦了？
What changed her mind?
@2
她说听习惯了，夜里醒来没有钟声，反而不知道该不该起来和面。
She said she'd got used to it: waking in the night with no bell, she couldn't tell if it was time to make dough.

## 等钟的人
@1
钟重新走起来以后，镇上最大的变化是什么？
Since the clock started again, what has changed most in the town?
@2
大家开始迟到了。
People have started being late.
@1
迟到？
Late?
@2
以前人人看着手机赶路，现在走到钟楼底下，会停下来等它敲完。
They used to rush along looking at their phones; now, under the tower, they stop and wait for it to finish.
有个外卖小哥跟我说，他每天就靠中午这十二下喘口气。
A delivery rider told me that those twelve strokes at noon are the one breather he gets all day.
所以你看，那位师傅没说错，钟要有人等，才算真的活着。
So you see, that clockmaker was right: a clock is only truly alive when someone is waiting for it.
@1
有没有哪一次钟声，您自己印象特别深？
Is there one time the bell rang that has really stayed with you?
@2
有，去年除夕，零点敲第一下的时候，广场上忽然没有人说话了。
Yes. Last New Year's Eve, at the first stroke of midnight, everyone in the square suddenly stopped talking.
十二下敲完，不知道谁先喊了一声“新年好”，我才发现自己一直屏着气。
After the twelfth, someone shouted "Happy New Year!", and only then did I notice I'd been holding my breath.
@1
接下来，您和博物馆还有什么打算？
What do you and the museum plan to do next?
@2
眼下有三件小事，都是答应过别人的。
For now there are three small things, all of them promises.
下个月底之前，我们要把机芯的全套图纸放到网上，谁都可以下载。
By the end of next month we'll put the full drawings of the movement online for anyone to download.
《守钟日记》要整理出版，前言请骆老师来写。
"The Clock Keeper's Diary" is to be edited and published, with a preface by Ms Luo.
还有，入冬以前得把西窗换成双层的，不能再淋第二回。
And before winter the west window has to be double-glazed. It must not be soaked a second time.
@1
如果别的小镇也有一座停着的钟，您会给什么建议？
If another small town has a clock that has stopped, what would you advise?
@2
先别找钱，也别找专家，先去找还记得钟声的人。
Don't look for money first, or for experts. Look for the people who still remember the bell.
把他们的故事记下来，零件往往就藏在故事里。
Write down their stories; the parts are often hidden in them.
再有就是慢一点，修一座钟，犯不着跟时间赛跑。
And take it slowly. There's no need to race against time to repair a clock.
@1
节目的最后，我们来听一段昨天傍晚录下的钟声。
To close the programme, here is the bell, recorded yesterday at dusk.
想上楼亲手给钟上弦的朋友，请在本周五之前给节目留言，我们抽10位。
If you'd like to climb up and wind the clock yourself, leave us a message by Friday; we'll draw ten names.
谢谢乔馆长，也谢谢每一位在等钟声的人。
Thank you, Director Qiao, and thank you to everyone who is waiting for the bell.
@2
谢谢大家，来的时候别开车，听着钟声走过来正好。
Thank you all. Leave the car at home when you come; it's just the right walk to the sound of the bell.
"""

_FROM, _TO = SCRIPT.index("《守钟日记》要整理出版"), SCRIPT.index("再有就是慢一点")
SHORT_SCRIPT = f"\n## 等钟的人\n@2\n{SCRIPT[_FROM:_TO]}"
"""Five sentences near the end of the talk, with something of every kind that the service finds in one."""

SHORT_LENGTH_MS = 26_000

_SUMMARIES = (
    "主持人介绍嘉宾乔砚田。钟楼在1988年的一场大雨后停摆，指针停在四点十七分；1993年来看钟的师傅说，钟没坏，只是没人等它了。",
    "2018年博物馆在库房里发现骆长庚的《守钟日记》，馆长读后决定修钟。清理阁楼时，大家发现机芯只缺一个擒纵轮。",
    "告示征来了各式各样的齿轮，真正的擒纵轮却在石磨村一位奶奶的酸菜缸上压了三十年。馆方修补旧轮，没有另做新件。",
    "修钟共花38.6万元，缺口主要靠认领钟面上的七百二十分钟补足，第一个被认走的是四点十七分。最后差的八千块，馆长动了自家装修厨房的钱。",
    "修好的钟起初走得不准，铜板和学生写的小程序把误差压到每周8秒以内。何时敲钟，则由全镇投票决定。",
    "钟楼让赶路的人停下脚步。馆长谈到公开图纸、出版日记、更换西窗三件事，并建议先去寻找还记得钟声的人。",
)
_HEADLINES = (line.removeprefix("## ") for line in SCRIPT.splitlines() if line.startswith("## "))
CHAPTER_SUMMARIES = dict(zip(_HEADLINES, _SUMMARIES, strict=True))

SUMMARY = (
    "云碓镇博物馆馆长乔砚田讲述了修复镇上钟楼的经过。钟楼于1988年进水停摆，三十三年后重新走动。"
    "修复的起因是一本《守钟日记》，关键的擒纵轮在一位奶奶的酸菜缸上找到，资金大半来自对钟面七百二十分钟的认领。"
    "走时由中学生用软件校准，敲钟的时间由居民投票决定。乔砚田认为，一座公共的钟最要紧的零件，是看它的人。"
)

SPEAKER_SUMMARIES = {
    "1": "闻禾主持访谈，依次问到钟停的时间、修复的缘起、缺失的零件、资金来源和今后的打算，最后邀请听众报名上弦。",
    "2": "乔砚田回忆了从发现日记、清理阁楼、寻找擒纵轮到筹款、校准和投票的全过程，并把经验归结为先找到还记得钟声的人。",
}

QUESTIONS = (
    (
        "这座钟是什么时候、因为什么停的？",
        ("这座钟是什么时候停的",),
        "1988年7月，大雨吹开了阁楼的西窗，水灌进机芯，指针停在四点十七分。",
        ("一场大雨把阁楼的西窗吹开了", "就爱开玩笑说"),
    ),
    (
        "擒纵轮有什么作用？",
        ("擒纵轮是干什么的",),
        "它像一道小门，一次只放一个齿过去，把重锤的力量切成小份，“嘀嗒”声由此而来。",
        ("想成一道小门", "重锤一直想往下掉", "那道门开关的声音"),
    ),
    (
        "为什么不做一个新的擒纵轮？",
        ("不干脆做一个新的",),
        "新的虽然更便宜，却与日记里记下的每一秒都没有关系。",
        ("做新的更便宜",),
    ),
    (
        "修钟花了多少钱，钱从哪里来？",
        ("一共花了多少钱", "分钟怎么卖"),
        "共38.6万元。镇里出9万，认领钟面上的七百二十分钟筹到大半，每分钟四百元，最后的八千块来自馆长家的装修款。",
        ("总共38.6万元", "剩下的缺口", "钟面一圈是十二个小时", "认领一分钟四百元", "还差八千块"),
    ),
    (
        "对其他有停钟的小镇有什么建议？",
        ("您会给什么建议",),
        "先去找还记得钟声的人，把他们的故事记下来，并且慢慢来。",
        ("先别找钱", "零件往往就藏在故事里", "犯不着跟时间赛跑"),
    ),
)
"""Question, where it is asked, answer, where it is answered."""

MIND_MAP: Topics = {
    "修响一座钟": {
        "停摆": {"1988年大雨，西窗吹开": {}, "停在四点十七分": {}},
        "修复": {"《守钟日记》是起因": {}, "酸菜缸上的擒纵轮": {}, "补旧不换新": {}},
        "筹款": {"总额38.6万元": {}, "认领七百二十分钟": {}, "装修厨房的八千块": {}},
        "运行": {"铜板与Tick Ledger校准": {}, "投票决定敲钟时间": {}},
        "今后": {"公开图纸": {}, "出版日记": {}, "更换西窗": {}},
    }
}

KEYWORDS = (
    "钟楼",
    "守钟日记",
    "擒纵轮",
    "机芯",
    "云碓镇博物馆",
    "骆长庚",
    "认领分钟",
    "Tick Ledger",
    "铜板",
    "校对员",
    "投票",
    "钟声",
)

KEY_SENTENCES = (
    "是没人等它了",
    "最要紧的零件是看它的人",
    "我就是看到这一页",
    "那个轮子压在一缸酸菜上面",
    "日记里的每一秒就跟它没关系了",
    "有63%早就不住在镇上了",
    "几点响应该由大家来定",
    "才算真的活着",
    "零件往往就藏在故事里",
)

ACTIONS = (
    ("下个月底之前", "博物馆在下个月底之前把机芯的全套图纸放到网上，供人下载。", True),
    ("要整理出版", "整理出版《守钟日记》，请骆老师写前言。", True),
    ("得把西窗换成双层的", "入冬以前把阁楼的西窗换成双层窗。", False),
    ("本周五之前给节目留言", "节目组在本周五之后从留言的听众中抽出10位，安排上楼上弦。", True),
)
"""Where it is said, the task, and whether the service gives its time."""

CLASSIFICATIONS = {"interview": 0.9312, "lecture": 0.0427, "meeting": 0.0261}
