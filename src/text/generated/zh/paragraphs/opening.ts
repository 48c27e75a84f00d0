/** Paragraphs that open an essay: the place, the people, the craft, what the work needs. */
export const OPENING: Readonly<Record<string, string>> = {
  'setting.open': `
    {town}在{road}[与|过]{river}[相交|转弯]的地方，离{far}[大约|整整|不到]{nn}里。
    从{road}来{town}的[客商|脚夫|外乡人]，先看见{landmark}，再看见{building}，最后才看见{street}的屋顶。
    {hill}和{river}之间，[平地|空地]只够[铺一条街|盖一排房|摆一个集市]，{town}就[建|挤]在那里。
    {year}，{town}有{nn}户人家，{n}口井，一座{building}，一家{shop}。
    没有人会碰巧路过{town}，因为{road}到{landmark}就断了，{river}又[急得走不了船|浅得过不了货船|年年{month}涨水]。
    {town}的{shop}开在{street}上，[对面|背后|隔壁]就是{building}，顺着{smellof}的气味[一找就到|走去便是]。
    {year.past}的[图志|路程单|旧县志]上，已经[标着|提到]{town}的这家{shop}，写在{landmark}和{building}之间。`,
  'setting.body': `
    {river}在{landmark}下面[拐了个弯|分成两股|慢了下来]，[雨水多的年份|每逢{month}|雪化时节]，低处的菜园要在水里泡上{n}天。
    {street}是{year.past}[铺的石板|加宽的|修的水沟]，[老店主至今夸口|有人至今抱怨|谁都忘不了]，说一共花了{money}。
    每逢{weekday}，{inn}里坐满了{near}来的[脚夫|牲口贩子|船家|庄稼人]，谈的是{stuff}、{food}和{road}的好坏。
    站在{building}门前，望得见{hill}和{landmark}，[晴天|无风的日子]还望得见{near}的炊烟。
    {soundof}[一直传到|听得见的地方远到]{landmark}，人们拿它[对钟|定饭时|约时辰]。
    这一带另有{n}位{worker}，可是[谁也不用|只有一位用过]{stuff}，像样的{tool}更是一件也没有。
    {stuff}大半从{road}运来，一[季|年]{n}趟，在{building}旁边[过秤|卸货|点数]。
    {near}一带土地[薄|黏|多石|低湿]，半数人家靠{craft}和[赶脚|打鱼|采石|放羊]过活。
    {shop}里面[又长又矮|比外头暗得多|晌午以前总是冷的|一天扫两遍]，{spot}摆着{lot}、一{object}和一件{adj.thing}的{tool}。
    {year.past}，一位{far}来的客人在{paper}上写道：“{town}有好{building}一座，坏客栈一家，{good}比板凳还多。”
    {landmark}旁边的房子都是[青砖|石头|土坯|木板]砌的，[瓦|草|石片]顶，门漆成[绿|蓝|棕|土黄]色，门上贴着{adj.thing}的门神。
    每年{month}，{office}要在{inn}摆一回酒，有{food}、{food}，还有{n}样本地的烧酒。
    {weather.sentence}`,
  'setting.close': `
    {year}{season}，{short}，就是{where}起的头。
    下面要说的，是{shop}想要{aim}这件[旧事|事情]。
    在{town}这样的地方，{a}从来不只是{a}，一位{worker}也从来不只是一位{worker}。
    镇子就说到这里；余下的话，都是{shop}的，是{year}在里面做活的人的。
    {year}以后，这里[变得不多|没有大变]，变了的只有{building}和{stuff}的价钱。`,

  'person.open': `
    {P}[掌管|照看|守着]这家{shop}，{trait}。
    {shop}门上那块{adj.thing}的招牌，写的是{Pf}的名字。
    {shop}里的人，外乡人[最记得|最容易看错|头一个打听]的就是{P}。
    {P}是{year.past}到{town}的，身边只有一{object}、一件{tool}和{money}。
    [熟人|老街坊|同行]都说，{Pf}这个人{trait}。`,
  'person.body': `
    {P}{trait}，而且[这么多年|据说|谁都知道]，{trait}。
    那一年{P}{age}岁，{adj.person}，又{adj.person}，{trait}。
    {p}的手艺是在{near}学的，教{po}的是一位{adj.person}的{worker}，那人{trait}。
    {when}，总能{where}找到{po}，手里拿着一{object}，旁边放着一{document}。
    [主顾|街坊|年轻伙计]起初觉得{p}{adj.person}，[后来|日子久了|过上一两年]才明白，{p}其实{adj.person}。
    {ps}[手上|袖口]有{smellof}的气味，那{garment}总挂在{spot}的同一颗钉子上。
    {Q}是{ps}[搭档|老朋友|邻居]，一个{adj.person}，一个{adj.person}，两人[倒也合得来|只在小事上拌嘴|正好互补]。
    {p}看一个{worker}，最看重{virtue}，最容不得{vice}。
    “{speech}。”{p}{where}常这么说，除了{Rn}没有人敢[驳|笑|接话]。
    {ps}案头放着一{object}，是从{far}[带回来|换来|得来]的，[一次也没用过|天天用|从不借人]。
    {year.past}{season}，{p}[推掉|接下|退回]了{office}的一{document}，{although}。
    {p}每月{weekday}结账，[歇工时|闲下来]就[睡觉|看书|走路]，爱吃{food}，[一年|一季]才发一回议论。
    都说{p}[摸黑|隔着十步|光听声音]就分得出{good}的好坏：什么叫{mark}，什么叫{flaw}。`,
  'person.close': `
    {far}的{office}如今[写信来|找上门|打听]的，就是{town}的这样一个人。
    这些话平时不要紧，等到[要用|要做]{a}的时候，{when}，就[都要紧|显出来]了。
    {Q}常说，{town}少得了{building}，少不了{Pf}。
    所以{when}，大家都[看着|等着]{po}，[等一句话|看{p}怎么办]。`,

  'craft.open': `
    做{a}，要的是{virtue}；{craft}这一行，[别的都不认|骗不了人]。
    {craft}的次序，从{year.past}到现在[没有变过|几乎没有改]，[一步也乱不得|先后都有道理]。
    {P}[讲|教|说]{craft}，总说这是{n}道关，[哪一道|一道]过不去，前面的就[白费了|都不算]。
    [买主|外行|看热闹的]以为{good}是从{stuff}开始的，其实是从{tool}和{virtue}开始的。
    做{good}有{nn}种做法，{P}认为，除了{n}种，其余[全是错的|都靠不住]。`,
  'craft.body': `
    头一件事是{next}，{P}总是{adv}做，[多半|向来]{where}。
    接着就[该|要]{next}，[要是{stuff}肯听话|天气干爽的话|歇一口气]，再{next}。
    {stuff}没有备好，谁也不该{next}；{P}就这样[糟蹋|白扔|赔]过{lot}。
    {next}要用[半天|{n}个时辰|一整个上午]，说到底用的是{virtue}。
    {P}喜欢{adv}{next}，外面有{soundof}[作伴|响着]，这时候[谁也催不动|不许人插手|不见客]。
    {tool}要[干净|锋利|温热|上过油]，才好{next}，不然[不出{n}天|到了买主手里]就会{flaw}。
    {P}说，{next}的时候，{stuff}[是什么成色|值多少钱]，一看便知。
    [熟手|好手]{next}，{n}袋烟的工夫就够；{Q}还在学，用了[一个上午|整整一天|{n}倍的时辰]。
    有些{worker}，[尤其是|比如]{far}的，要{next}两遍，{P}[觉得|总说]那是{vice}。
    万一{flaw}，唯一的办法是[从头|重新]{next}，[一句话也别说|别舍不得{stuff}]。
    到了{part}，{P}[改用|宁可用|留着]{stuff2}，因为那里比别处[多受|要经]{n}倍的磨。
    最后才能{next}，到这一步，{P}总要[放慢手脚|把人都请出去|脱下那{garment}]。
    剩下的就是{next}，那是[晚上|雨天|月底]的活，[学徒|生手]都[嫌烦|爱做|躲着走]。`,
  'craft.close': `
    一{cl}好{good}，{mark}，{mark}；别的都是[花样|闲话]。
    从头到尾，{a}要[花|用]{n}天工夫、{n}斤{stuff}，外加{virtue}。
    “{saying}。”{Pn}[说完|补一句]，把{tool}放回{spot}。
    做好以后，只要{mark}，[买主|行家]就明白了，用不着一{document}来作证。`,

  'material.open': `
    {shop}样样离不开{stuff}，{stuff}又离不开{month}的[天时|水土]。
    最好的{stuff}出在{near}，一位{adj.person}的{profession}成[车|船|担]地[卖|收|存]。
    {stuff}和{stuff}也不一样，{P}[买|挑|看]的时候，总是{adv}[挑|看|比]。
    {year}，{stuff}的价钱是一[担|车|石]{money}，{year.past}不过{money}。`,
  'material.body': `
    每到一批货，{P}都要用{tool}{adv}试过，才肯[签字|付钱|让人卸车]。
    {far}来的{stuff}[便宜些|干净些|颜色深些|沉些]，可是[十回里有一回|雨水多的年头|时不时]会带来一样毛病：{flaw}。
    它要在{spot}放{n}个月，[盖上|避开|同时翻动]{stuff2}，日后才指望得上{mark}。
    一批坏{stuff}，要坏{lot}，手上再有{virtue}也[补不回来|没有用]。
    {Q}[管|记]着料账：{month}{nn}担，{month}{nn}担，{road}断的时候[一担也没有|只有{n}担]。
    {near}那位{profession}往{stuff}里[掺|混]{stuff2}，[至少{Rn}这样说|{Rn}逢人就讲]。
    有些年头{stuff}[买不到|运不来|有钱也没处找]，因为{reason}。
    [老鼠|潮气|小偷|虫蛀]总要糟蹋掉{nn}分之一，{P}{adv}记在“{vice}”那一项下面。
    做细活的{other}，{P}按{n}比一往{stuff}里兑{stuff2}，这个比例[只告诉过{Qo}|谁问都肯说]。
    有一年{season}，一{vehicle}的{stuff}在{landmark}附近[翻进|滑进|掉进]{river}，{town}[捞|议论]了{n}天。`,
  'material.close': `
    就这样，{nn}担{stuff}[买|存|拣]好了，{season}的活计{when}可以开头。
    “{saying}。”{Pn}说着，又[订|称|添]了{n}担。
    到{month}，{spot}[堆满了|存了{nn}担]，{Q}已经动手{act}。`,

  'tool.open': `
    {P}用的那件{tool}，比{ps}那{object}还[老|重|朴素]，也更[值钱|要紧]。
    说到这里，要讲一讲那件{tool}，因为[后来的争执|这套做法|一半的道理]都[系|落]在它身上。
    {P}有{n}样{tool}，没有一样肯{adv}[借人|让人磨|带出门]。
    {spot}挂着一件{tool2}、一件{tool}，还有{nn}个[钩子|把手|备用的零件]，从大到小[排着|挂着]。`,
  'tool.body': `
    它是{year.past}在{far}打的，用了[铁|黄铜|枣木|好钢]和{stuff2}，花去{money}。
    柄上磨得[凹|细|滑]了，经过{n}双手，如今只合{Ps}[手心|手势]，换了{Rn}就[别扭|不听使唤]。
    有了它，{act}只要{n}袋烟的工夫；没有它，同样的活要[一个时辰|一个上午|{n}天]。
    {Q}从{far}[买|借|订]过一件新的，柄是{adj.thing}的，{when}就[后悔了|退了|卖了]。
    每[十天|逢{weekday}|月两回]，都要{where}[擦|上油|磨|校]一遍，再[包|裹]进那{garment}里。
    {tool}[坏了|钝了|干了]，就会{flaw}，买主[一眼|头一个月|夜里点灯时]就看出来。
    {Rn}试过用{tool2}来{act}，{where}的人看了，[笑|急|气]得[放下筷子|说不出话]。
    {tool}用对了，响声就像[雨点|豆子下锅|远处的{soundof}]，{P}{adv}听着。
    {office}出过{money}，想拿去摆在{building}里，得到的却是一{object}。
    那年{season}，它一直放在{spot}，压在一{object}下面，因为{reason}。`,
  'tool.close': `
    手忘了的事，{tool}都记着，{town}的这一件，记着的事[着实不少|足有{nn}年]。
    {tool}活得比[争吵|东家|时兴的花样]久，这一件，也熬过了{trouble}。
    {when}，{P}把它[放|挂]回{spot}，[锁上门|吹了灯|扫了地]，往{landmark}走去。`,
};
