/** Paragraphs of trouble, weather, road, market, figures, and how it ended. */
export const EVENTS: Readonly<Record<string, string>> = {
  'trouble.open': `
    偏偏{when}，出了一件事：{trouble.full}。
    起初的征兆[很小|不起眼|是{Rn}看出来的]，一{cl}{good}{flaw}，后来才知道，{trouble.full}。
    到{month}为止样样[顺当|太平]，后来{P}才[发觉|不得不承认]，{trouble.full}。
    {date}，{P}从{spot}[拿起|取出|抱出]{a}，一看，{flaw}；再往后，{trouble.full}。`,
  'trouble.body': `
    [起先|头{n}天]谁也没有[在意|提起|当一回事]，{although}。
    到{weekday}有了{n}{cl}，再过几天成了{nn}{cl}，都是同一个[地方|毛病]：{flaw}。
    {P}[疑心|查过|怪过]{stuff}，又[疑心|查过|怪过]{tool}，后来连[井水|天气|自己的手]也疑心起来。
    答应{office}的是{month.far}交出{count}{cl}{good}，[算来|满打满算]只剩{nn}天。
    {Q}[主张|提议|想要]从头{act}，[花|费]了{n}天，[毫无用处|反倒更糟]。
    “{speech}。”{Qn}说着，[放下|推开|踢了一脚]一{object}。
    他们{where}把{good}[摆开|数|分]了一遍：好的{nn}{cl}，说不准的{nn}{cl}，只能[砸掉|当柴烧|贱卖到{near}]的{nn}{cl}。
    [隔壁街坊|{Rn}|一位{profession}][记得|赌咒说|写信说]，{year.past}{near}也出过同样的事，那一回是因为{reason}。
    [要紧的不光是|心疼的不只是]那{money}；一块招牌[挣|立]起来要{nn}年，[砸|丢]掉只要一个{season}。
    {P}在{spot}[守|坐|睡]了{n}夜，身边一{object}、一件{tool}，[听|看]着{stuff}的动静。
    {far}的买主开始[写信来问|绕道走|压价]，有一位[退回|拒收]{others}，连一{document}也没有。`,
  'trouble.close': `
    于是要问的不再是几时，而是{town}的{shop}还能不能{aim}。
    “总有个缘故，”{Pn}{where}说，“不是{weather.noun}，也不是{stuff}，更不是{vice}。”
    {when}，再没有人怀疑：毛病出在{part}。
    说到{short}，{where}暂时没有人[敢提|再提]，连{Rn}也不提。`,

  'weather.open': `
    {year}的{season}，比{year.past}以来哪一年都[湿|干|冷|长|暖]。
    {weather.sentence}
    {date}，风[转了向|停了|一下子变了]，{sky}。
    [整个|大半个]{month}，{sky}，{worker}除了{act}，[做不成别的|没有多少事好做]。`,
  'weather.body': `
    {weather.sentence}
    {river}{n}天里[涨|落]了{n}寸，{landmark}[泡在水里|可以蹚过去了|和镇上断了来往]。
    这样的天气，{stuff}[发胀|干得|返潮]太[快|慢]，{P}{adv}[搬|盖|翻]了一遍。
    {P}在{paper}上写道：“{sky}；晌午以前{act}；得{lot}。”
    {building}里的晴雨表落到{n}格以下，一位{adj.person}的{profession}{adv}[敲|看]了又看。
    [羊|鹅|牛]群从{landmark}[赶|挪]开，{near}来的一{vehicle}[误了期|半路折回|加了{n}个人推]。
    {Q}拿那{garment}和{stuff2}，把{spot}漏风的地方[堵|钉|糊]上。
    下了{n}[天|夜]{weather.noun}，{building}的屋顶[漏了水|掉了{n}片瓦|塌了一角]。
    [老辈人|脚夫|船家]说，{year.past}也有过这样的{weather.noun}，一直[下|刮|闹]到{month}。
    {soundof}[听不见了|显得近了|停了]，{where}到处是{smellof}的气味。
    [起早|收工]都要点灯；手冻僵了来{act}，是{vice}也拦不住的苦差，{lot}就这样[走了样|吃了亏]。`,
  'weather.close': `
    等天[放晴|好转|过去]，已经误了{n}天，{stuff}的分量[多|少]了一成。
    “{saying}。”{Pn}望着外面说，那时{sky}。
    {when}，日头[出来|露脸]了，{Q}又把东西都[搬|拖]进{spot}。
    这样的天，{month.now}里[原不稀奇|年年都有]，可那一年偏偏赶上{short}。`,

  'journey.open': `
    {date}，{P}[搭|跟|坐]一{vehicle}往{far}去，{n}{cl}{good}用稻草裹着。
    从{town}走{road}到{far}是{nn}里，{P}[打算|答应|指望]{n}天走完。
    {profession}[一个也抽不出|雇不到|信不过]，{P}只好亲自[走一趟|跑一趟]{far}。
    往{far}的{road}[翻过|绕过|直通]{landmark}，路上的每[块石头|个水坑|道弯]，{P}都认得。`,
  'journey.body': `
    到了{near}，那{vehicle}[坏了|断了一根轴|走不动了]，{P}{where}[等|歇|走]了{n}个时辰。
    {p}和一位{adj.person}的{profession}[同坐一条板凳|同住一间屋|分吃{food}]，那人{trait}，一路[说个不停|睡着|唱个没完]。
    [过了|绕过]{landmark}，{road}越发难走，{sky}，{n}里路只有[一户人家|一个茶棚|一棵树]。
    过关要{money}，守关的是位{adj.person}的{profession}，{adv}把钱[数了|掂了]一遍。
    第{n}天，{p}迎面遇上{nn}{vehicle.cart}，装的都是{stuff}，[全往{near}去|由牛拉着|盖着油布]。
    每到一站，{P}都要[打开|查看|摸一摸]{good}：有{n}{cl}挪了位，一{cl}{flaw}。
    [晚饭|晌午|夜里]吃的是{food}和{food}，要价{money}，{p}[觉得|直说]不值。
    过{river}的渡船[天黑|下着雨]才开，同船的还有一{animal}和{others}。
    {p}给{Qo}捎去一张便条：“还有{nn}里；{sky}；{part}没有走样。”
    {far}的街上[挤满|响彻]车马，[没有人|只有一位{profession}]说得清{office}在哪里。
    到了{office}，{p}在[过道里|长凳上]等了{n}个时辰，旁边是一{object}。
    [办事员|{Rn}]{adv}翻了{nn}页纸，找到那{document}，[盖了印|签了字|又弄丢了]。`,
  'journey.close': `
    {n}天以后{p}回到家里，[少了|靴筒里多了]{money}，[还|外]带一{object}。
    说到{far}，{P}只有一句话：{saying}。
    {p}带回来的不是钱，是一个主意：{cure}。
    回来的路好像[短|长]些，{where}想着{good}的时候，[总是这样|路都是这样]。`,

  'market.open': `
    {weekday}是{town}的集，{P}{where}有[一个摊子|个老位置|{n}尺案板]。
    天刚亮，{building}四周就[挤满|摆满]了车马、{food}和{adj.person}的{profession}，吆喝声一片。
    {month}的集[冷清|热闹|是一年里最好的]，虽说{reason}。`,
  'market.body': `
    {good}一{cl}[卖|叫价|落到]{money}，比{month}[少|多]{n}文。
    {near}来的一位{adj.person}的{profession}，把{good}一{cl}一{cl}[翻过|闻过|量过]，[买|夸|退]了{n}{cl}。
    有主顾[问起|嫌|指着]{part}，{Pn}回答：“{speech}。”
    {Q}[喊|写]出价钱：{good}{money}，{other}{money}，次货[减半|随便给]。
    隔壁的{Rn}卖{food}和{food}，[碰坏的|剩下的|太熟的]就[分给|送给]大家吃。
    晌午以前卖掉{lot}，多半卖给一位{profession}，[付钱|还价|搬货]都是{adv}。
    {far}来的一位{worker}在{landmark}旁边摆了{lot}，[便宜|鲜亮|轻]些，漆下面却藏着毛病：{flaw}。
    {office}的人在{paper}上记数，{adv}把秤[校|验|封]了一遍。
    一{cl2}{other2}[被偷了|掉在地上|换了{food}]，{P}[耸耸肩|笑了|记在“{vice}”账上]。
    [庄稼人|车夫]要{other}，[镇上人|客栈]要{other}，[发旧|掉漆]的{other}谁也不要。
    为了找{money}的零，[吵|误会]了一场，{Rn}{adv}[劝开|算清]了。
    {stuff}的价钱[喊|写]出来是{money}，满街的{worker}[叹气|掐指头算|回头看{P}]。`,
  'market.close': `
    收市锣一响，{P}[收|数]了{money}，上一年[才|是]{money}。
    剩下的{lot}装上一{vehicle}，[慢慢|一路]过了{landmark}回家。
    {Q}说这一天[不坏|算好的]；{P}却说，{saying}。
    那晚{inn}里，说来说去都是{stuff}和{short}。`,

  'measure.open': `
    要弄清[毛病在哪里|坏到什么地步|谁对谁错]，{P}[动手|决定]量一量。
    {P}取来{lot}，一一[编号|过秤|贴上纸条]，{where}摆开。
    空话不顶用，{Q}[找来|借来|画好]{paper}，[准备|预备]记数。
    {office}要[数目|凭据|一张表]，{P}用{n}个晚上[开|列]了出来。`,
  'measure.body': `
    头{nn}{cl}的分量，在{n}两到{nn}两之间，[最重|最轻]的那一{cl}，{flaw}。
    {month}以来做的{big}{cl}{good}，有{nn}{cl}[退回来|不合格|出毛病]，合一百{cl}里有{n}{cl}。
    {Q}{adv}[报|念]数，{P}分{n}栏记下来。
    用[干|新|陈]{stuff}，{nn}{cl}里坏一{cl}；用[湿|存过|现买]的{stuff}，{n}{cl}里就坏一{cl}。
    {weekday}他们又[试|量|做]了一回，换了{tool2}，得{nn}比{nn}。
    {part}比{year.past}[厚|薄]了{n}分，拿那年的一{cl2}{other2}一比，[清清楚楚|不由人不信]。
    温度计[挂|放]在{spot}，一天看{n}回，看了{nn}天，[{Rn}也看过|逢{weekday}也不停|下着{weather.noun}也看]。
    {P}在一{document}的背面画了条线，起先[上升|下落|来回晃]，到{date}[忽然|才慢慢][掉下去|抬起来|走平了]。
    算下来，一个月差{money}，一年差{big}文，{Q}[不信|又核了一遍|在下面画了杠]。
    每{n}{cl}里[砸开|锯开|泡坏]一{cl}，为的是看{part}，{Rn}[看不下去|在旁边扫地]。
    {act}的时候再长，也[不见|没有]变化；换个时辰来{act}，{nn}处毛病少了{n}处。
    第三栏错了一个{n}，害得他们[糊涂|白忙]了{n}天，才由{Q}找出来。`,
  'measure.close': `
    {n}页数字摆在一起，指的是同一个方向：{cause}。
    “{speech}。”{Qn}说着，合上{paper}，收起一{object}。
    数字[做|补|卖]不出{good}，{P}说，可是能叫人少[吵|争]几句，{when}就看得出来。
    那张表，{n}栏，{nn}行，[至今还|后来一直]放在{spot}。`,

  'accounts.open': `
    {shop}{year}的账本[还在|存在{building}里|一共{n}册]，值得[翻一翻|一读]。
    {date}，{Q}[结|盘|理]{season}的账。
    {P}不善管钱，偏偏{month}是[讨账的月份|青黄不接的月份]，{spot}堆着{nn}张单子。`,
  'accounts.body': `
    {stuff}，{money}；{stuff2}，{money}；[修|换|磨]{tool}，{money}。
    工钱一[月|季]{money}，一共{n}个人，{weekday}还管{food}。
    {office}[欠着|付了]{money}，{near}一位{profession}欠{money}，{Rn}[什么也不欠|从{year.past}起还欠着{a}]。
    {Q}[查出|翻到]一笔{money}，写的是“{object}”，{P}{adv}[解释|想起来|不认]。
    有{n}{cl}{good}[白送|半价给]了{office}，[换来|没换来]{stuff2}，{although}。
    房租一季{money}，{where}交给一位{adj.person}的{profession}。
    {month}的[灯油|柴火|蜡烛]，比{month}的{stuff}还贵，{P}说这都怪{vice}。
    一百文进账里，{good}占{nn}文；人人夸的{other}，[反倒赔钱|只占{n}文]。
    {Q}想把{good}一{cl}[涨|降]{n}文，{P}[答应了|没有答应]，因为{reason}。
    最后一页画着一{animal}，[画得不坏|活灵活现]，旁边写着“{saying}”。`,
  'accounts.close': `
    {nn}天下来，净剩{money}，够[买|换]一{object}和{n}担{stuff}。
    {Q}把总数[念|拿]给{Po}听，{P}只说：“{saying}。”
    账[平了|对上了]，算到第{n}遍才对上，{Q}{where}吃了一碗{food}。`,

  'night.open': `
    那天夜里，{P}睡不着，{adv}下到{spot}。
    {date}，[更深|夜半|人都睡了]，{shop}里还亮着一{object.lamp}。
    有些事只有夜里才想得明白，身边要有{stuff}，最好还有{soundof}。`,
  'night.body': `
    {soundof}停了，听得见{soundof}，[再远些|过了{landmark}]，是{river}的水声。
    {P}把{a}[捧|转|焐]在手里，{adv}顺着{part}[摸|看]了一遍。
    会不会不是{stuff}的事，{p}想，会不会是{cause}？
    {p}又点上一{object.lamp}，[摘下|找出]那件{tool}，{adv}{act}，一直到{geng}天。
    案上放着一{document}、一{object}，还有{Pn}没吃完的{food}。
    {Q}望见灯光，披着那{garment}进来，[什么也没问|只问了一句话]。
    两个人[做|坐|谈]到{soundof}响起，用掉{n}支蜡烛，{where}才有了人声。
    外面{sky}，一{animal}[穿过|蹲在]{street}，[谁也不理|朝里望了一眼]。
    {p}想起{near}一位{adj.person}的{worker}，那人{trait}，[说|教]过一句话：{saying}。
    “{speech}。”{p}[说出声来|自言自语]，{landmark}那边没有人，听的只有一{animal}。
    一连[三|四|五]次，{p}[动手|想要]{act}，每一次{part}[都松一点|都偏一点|声音都不同]。`,
  'night.close': `
    第二天早上，案上放着{a}，{mark}，{P}伏在旁边睡着了。
    等到{sky}，{p}已经明白[该怎么办|该试什么|错在哪里]。
    {P}[吹了|捻小]灯，在一{document}上写了一行字：{saying}。`,

  'cure.open': `
    道理[找到|说穿]了，{P}[觉得简单|觉得可笑|自己也没料到]，{where}对{Rn}说：{cause}。
    {date}，{P}决定{cure}，[没有同人商量|谁也没告诉]，只{adv}做了。
    [定|见]分晓的是一场比试，{Q}出的主意，{where}[做|办]的。
    {when}，{P}和{Q}[说定|商定]，{cure}。`,
  'cure.body': `
    这样做要[多花|搭上]{n}天和{money}，{although}。
    {P}把{good}分成两半，一半照旧，一半{adv}改做，[免得有人作弊|省得再争|谁也挑不出错]。
    {Q}步步都[看|记]着：{act}用了{n}刻，{act}用了{n}刻，{act}用了[一个晚上|{n}个时辰]。
    第{n}天，{where}[打开|取出|拆开]{good}，请{Rn}和一位{adj.person}的{profession}作证。
    照旧的{nn}{cl}里，{n}{cl}{flaw}；改做的一批，[一{cl}也没有|只有一{cl}]。
    “{speech}。”{Rn}说，[这人|此前]一直{adj.believe}。
    {P}[敲了敲|掂了掂|转了转]最后那{cl}{good}，{mark}，[长出一口气|坐了下来|递给了{Qo}]。
    这就要早起一个时辰，把{act}这一步多做一遍，过了{weekday}，[没有人抱怨|谁也不提了]。
    为此{tool}要[改|磨|截]一下，{Rn}动的手，收了{money}和一顿{food}。
    [说句公道话|平心而论]，{Q}{month}里{where}就[提|说]过差不多的话，{P}[认了|道了谢|早忘了]。
    {part}到{month}还[稳不稳|行不行]，那是另一回事，{P}[也不打包票|这么说]。`,
  'cure.close': `
    从那天起，{shop}做{good}，{where}总要先{act}。
    “{saying}。”{Q}把这句话写在{spot}，[现在还在|如今快看不清了]，{n}年里没有人擦。
    {trouble}，就这样[过去了|了结了]，前后{nn}天，{P}又{adv}去{act}。`,

  'outcome.open': `
    {date}，{order}，最后一批{where}[装上|搬上]一{vehicle}。
    {result}
    {month}，{far}的{office}[来了回音|回了信]，{P}{where}[拆开|看完]。`,
  'outcome.body': `
    {office}[付|送来]{money}，[扣去|外加]{n}文的[运费|误工钱|稻草钱]，还有一封{adj.tone}的信。
    {P}用自己那份[买|换|订]了一{object}，{Q}把钱[存起来|花了|借给{Rn}]。
    {Rn}先前[笑话|不信|打赌输了]，如今[订|买|搬走]了{n}{cl}{good}和一{cl2}{other2}。
    {n}年以后，{office}里[还在用|数得出]的{good}有{nn}{cl}，{cl.each}还是{mark}。
    {year.next}，{Q}离开{town}去了{far}，[开|接]了一家{shop}，教别人怎样{act}。
    那件{tool}[还|如今]挂在{spot}，[来客|学徒]来了，总有人{adv}讲给他们听。
    {P}[照旧|仍然]每天清早{act}，[身边有|身边没有]{Qo}，一直做到{year.next}。
    {near}的{worker}[来|写信]问是怎么做成的，{P}{adv}[讲|教]给他们，[分文不取|不留一手]。
    这件事登在{far}的[报|月刊]上，错了{n}处，{inn}里人人[买|传看|改正]了一遍。
    {landmark}旁边有[一条巷子|一座桥|一张石凳]用{Ps}那件{tool}[做了名字|做了记号]，{although}。
    {inn}里摆了酒，有{food}，有{food}，{nn}个人[到场|唱了曲|讲了话]，闹到{geng}。
    [毛病|难处]不是从此没有了：{stuff}[照样|还是]涨价，{road}[照样|还是]被水淹。`,
  'outcome.close': `
    关于{short}，{n}册旧纸上写的就是这些，别的都是{craft}的事。
    {town}人说，{saying}，照这件事看，[也许有理|大概不错]。
    你要是[路过|走]那边，{where}问一问，[拿起|看看]{a}，先看{part}。
    这样的小事[不久|总是]就忘了，可是一{cl}{good}，{mark}，总还替{virtue}说着话。
    {year.next}是[更好|平常|安静]的一年，一位{adj.person}的{worker}，还能求什么呢。`,

  'reflect.open': `
    有人会问，{a}跟{virtue}有什么相干？
    [回头看|如今重读这些旧纸]，叫人惊讶的是，多少事都靠{virtue}，少事靠{stuff}。
    {near}和{far}，有一样好的{stuff}，一样快的{tool}，缺的是{virtue}。`,
  'reflect.body': `
    {virtue}和{virtue}不是一回事，虽然[看着相像|人们一起夸]，{where.general}更是如此。
    我们[看重|记得]这{cl}{good}，却忘了先前那{lot}，[碎了|扔了|贱卖了]。
    会{act}的{worker}，知道一些{stuff}的事，一{document}上[写不出|教不会]。
    {P}听到这种话会[笑|耸肩]，{p}只信一句：{saying}。
    哪一行都有{vice}，{craft}里的，[不比|只比]{profession.trade}里的[多|少]。
    {trouble}，当时看是祸事，如今看，倒是{shop}的[开头|福气]，连{Rn}也这么说。
    说一句该{adv}{act}，容易；{when.general}，真去{act}，就[难了|是另一回事]。
    还是{Q}{year.next}信里那句[说得好|实在]：“{saying}。”
    从{flaw}到{mark}，差的往往只是{n}刻工夫，一件{adj.thing}的{tool}，或者一位{adj.person}的邻居。
    如今[没有人|少有人]再这样做{good}了，也没有人肯为它出{money}。
    价钱会变，路会改，连{river}也会挪地方；{craft}，总还是从{act}做起。`,
  'reflect.close': `
    无论如何，{a}总是{a}，{saying}，还是回到{town}来说吧。
    这话扯远了；{short}这件事，{where}还有{n}天才见分晓。
    至少{month}里站在{landmark}看，事情就是这样，{saying}。`,
};
