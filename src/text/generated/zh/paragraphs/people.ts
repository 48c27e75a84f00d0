/** Paragraphs in which people talk, write, teach and quarrel. */
export const PEOPLE: Readonly<Record<string, string>> = {
  'dispute.open': `
    {when}，{P}和{Q}为了{trouble}，[争了起来|闹僵了|各说各的]。
    关于{trouble}的争执，是{where}开始的，起因是一{object}。
    {trouble}该怪谁，有两种说法，{P}[主张|信|代表]头一种。
    {Q}[不这么看|听不进去|另有想法]，而且就{where}[说了出来|当面讲了]。`,
  'dispute.body': `
    {P}[认定|坚持|断言]，是{cause}；{Q}[怪|指着|只肯说]那件{tool}。
    “{speech}。”{Pn}说。“{speech}。”{Qn}[回了一句|顶了回去|不抬头]，[合上|推开|拿起]一{object}。
    {Q}拿出{year.past}的一{document}，上面写着{lot}都{flaw}，[念了一遍|摊在案上|要个说法]。
    {shop}里[一半|多半|三停有两停]人站在{Ps}一边，[一来|多半]是因为{reason}。
    两人[打赌|说定]，赌{money}和一{object}，请{Rn}[做中人|保管]。
    {P}说这是{vice}，{Q}说这叫{virtue}，[话到这里就僵住了|谁也不让|余下的话被{soundof}盖住了]。
    一连{n}天，他们分开[吃饭|做活|说话]，一个{where}，一个{where}。
    {Rn}{trait}，[想|答应|被请来]居中评理，结果[两边不讨好|先告了饶|说要想{n}天]。
    说到根上，争的是{part}：该等干透再{act}，还是先{act}再等？
    {Q}在{paper}上算了一笔账：坏了{lot}，每{cl}{money}，{although}。
    {P}[承认|让了一步，说]{flaw}是有的，可是有{virtue}的{worker}不会看不出来。
    “{speech}。”{Pn}[嘟囔|叹口气说|最后说]，手里[转着|掂着|收起]一{object}。
    陈年旧账也[翻|扯]了出来：{year.past}借去的一{object}，没签字的一{document}，为{food}拌的几句嘴。`,
  'dispute.close': `
    末了说好[等到|试到|拖到]{weekday}，让{good}自己说话。
    谁也没有服谁，{when}，两个人又[回去|动手]{act}。
    {Rn}把这事[带|讲]到{inn}，[过了一夜|传了一圈]，坏掉的{good}又多出{lot}。
    {Q}[后来|多年以后]对{Rn}承认，话是吵坏了，问题倒是[问对了|个好问题]。
    那天夜里，{P}{where}[走|坐|站]到{soundof}停了，心里想的还是{part}。`,

  'letter.open': `
    {date}，{far}来了一封信，封口盖着[棕|绿|黑]蜡，写明{Pf}亲启。
    {P}{date}给{far}的{office}写了一封信，[写了|足有]{n}页，[字迹潦草|字写得很小|一笔不苟]。
    {town}和{far}之间往来的信，[留下来|值得抄]的有{n}封。
    {office}的回信走了{n}天，是一{vehicle}捎来的，因为{reason}。`,
  'letter.body': `
    “贵号[答应|承做]的{order}，”信上[开头|头一句]写道，“说好{month.far}，[特此提醒|不知如何了]。”
    “至于{trouble}，”{Pn}写道，“眼下只能[推想|禀告]，是{cause}。”
    “{road}[又不通了|刚修好|还在水里]，”下面[添|补]了一行，“{near}来的车船，一趟要{money}。”
    第二页说的是{food}、{weather.noun}，还有一位{adj.person}的{profession}，那人{trait}。
    “{saying}，”写信的人[感叹|劝道]，“只是这话，[说了你也不信|你听了未必高兴]。”
    {Q}{adv}[读|看]完，[圈出|抄下|笑了]一句，把信[压|夹|收]在{spot}。
    “随信附上一{document}，计{money}，”信里接着说，“打坏的那{object}，[扣去|另算]{n}文。”
    末尾还附了一问：{weather.noun}以前，能不能再[做|送|匀]{others}？
    “[劳驾|烦请]问一问{Rn}，”{Pn}写道，“那件{tool}从{year.past}起就放在你们{spot}，[还在不在|几时归还]。”
    “每{n}{cl}{good}里，总有一{cl}{flaw}，”[验货的|文书|买主]抱怨说，“{part}也[不称心|不中看|不如上回]。”
    回信[起草|改|抄]了{n}遍，{P}要写得{adj.tone}，{Q}要写得{adj.tone}。
    信照例以{n}行客套话[收尾|作结]，又为运费[抱怨|解释]了几句，末了问候{Rn}。`,
  'letter.close': `
    {P}把信[折好|放下|锁起来]，{when}，照旧去{act}。
    这封信[现在|至今]还存在{far}的{building}里，夹在一{document}和一{document}中间。
    直到{weekday}也没有[回信|答复]，那时{Q}已经[动手{act}|找来了一件{tool2}]。
    {Qn}念完以后，{P}只说了一句：“{speech}。”`,

  'meeting.open': `
    {date}，{office}{where}[开会|聚齐]，[商量|议论]{trouble}。
    会定在{weekday}[晚上|傍晚|晌午]，{where}，来了{nn}个人。
    {inn}里[从没|难得]坐过这么多{worker}，那晚说的就是{short}。
    {P}[不爱|怕|信不过]开会，可是{where}的这一回，[躲不掉|非去不可]。`,
  'meeting.body': `
    {P}[头一个|说了{n}句|最后一个]开口，{adv}[请求|提议|要求]写一{document}。
    {Rn}[坐在上首|管着记录|替{office}说话]，[想知道|问]那{money}由谁来出。
    [上年纪|年轻|外路]的{profession}站起来说，{saying}，[有人鼓掌|没人理会|被记了下来]。
    投票的结果是{nn}比{n}，另有{n}人[弃权|睡着了|出去透气|还在争]。
    “{speech}。”后排一位{profession}[喊|插嘴|嚷]，{n}个人[笑了|静了下来|跟着嚷]。
    {Q}[报|念|传看]了数目：做成的{lot}，动工的{nn}{cl}，有毛病的{n}{cl}。
    有人[提议|主张]，{Rn}[附议|反对|改了两个字]，要{shop}{cure}。
    为了{building}的事又[争|扯]了[半个时辰|大半夜]，比正事还[久|热闹]。
    [不知是谁|那位{profession}]带来了{food}和{food}，[不到一个时辰|散会以前]，{spot}满是{smellof}的气味。
    {near}来的{profession}[提醒|告诉]大家，{road}要[从{month}起|一直到{month}都]封着。
    {P}把{a}放在桌上，[转一转|敲一敲|侧过来]，让大家都看见{part}，然后坐下。
    “{speech}。”{Qn}说完，一位{adj.person}的{profession}[点点头|咳了一声|记在{paper}上]。`,
  'meeting.close': `
    散会已是[二更|半夜|鸡叫头遍]，一{document}上签了{n}个名字，到场的是{nn}人。
    会议记录只有{n}行，[提到|漏了|写错了]{good}、{landmark}和{Rn}。
    事情就这样定了：{shop}{cure}，{office}[等着|先付一半|派一位{profession}来看]。
    什么也没有[定|签]下来，{P}走过{landmark}回家，却走得{adj.walk}。`,

  'lesson.open': `
    {when}，{P}[开始|答应|被请去]教{Qo}这门手艺。
    在{town}学{craft}要{n}年，头一年都[花|耗]在[扫地|搬料|看人做活]上，连{tool}也摸不着。
    {Q}刚到{shop}时，一点不懂{stuff}，[自己也承认|也不遮掩|学得也慢]。
    {year}，{shop}收了{n}个学徒，其中{Q}[年纪最大|手最快|话最少]。`,
  'lesson.body': `
    “{speech}。”{Pn}对{qo}说，接着让{qo}把{act}这一步做了{nn}遍。
    头一个月[只许|叫]{qo}{act}，第二个月才{act}，到了{month}，才轮到{act}。
    {Q}[做坏|摔碎|糟蹋]了{lot}，才有一{cl}{mark}，最坏的那一{cl}[藏|埋|留]在{spot}。
    {P}[从不|很少]讲道理，只把手里的{tool}[递过去|摆正]，自己走开。
    “{when}，为什么要先{act}？”{Qn}问。“{speech}。”{Pn}说，这[不算回答|也算一种回答|倒是实话]。
    [有一天|{weekday}傍晚|那个月底]，{q}{adv}{act}，头一回没有{flaw}，[跑去告诉|叫醒|拉来]{Rn}。
    {P}出了一道题：{n}天做{lot}，用那件{adj.thing}的{tool}，不许{Rn}帮忙。
    {q}把什么都记在{paper}上：{act}要多久，{act}要多干，[几时|隔多久]该{act}。
    最难的不是{act}，{q}发现，是知道什么时候该[停手|等一等|不去碰它]。
    [错处|失手]都写在{spot}的{paper}上，注明日子，{P}{adv}[看过|画个圈]。
    {P}一个月给{qo}{money}，逢{weekday}管一顿{food}；{part}做得[好|稳]了，再[添|加]{n}文。
    夸奖的话[极少|难得]，照{Qs}计算，{nn}天里只有{n}句。`,
  'lesson.close': `
    到{month}底，{Q}已能[独自|像{Rn}一样]{act}，{P}送给{qo}一件{adj.thing}的{tool}。
    “{saying}。”{Pn}说，这一回{q}[听懂了|信了|没有争辩]。
    一个{season}[学|练]不成一位{worker}，不过{Q}总算[入了门|不怕{stuff}了]。
    头一{cl}{good}带着毛病，{flaw}，{Q}却一直[留|摆]在{spot}。`,

  'visit.open': `
    {date}，{far}的{office}派来一位{adj.person}的{profession}，[走进|找到]{shop}。
    {month}里上门的人[多|少|不受欢迎]，这一位，{P}是{where}见的。
    {office}的[检验员|办事员|代理]{Rf}，{date}搭一{vehicle}到了{town}。`,
  'visit.body': `
    {Rn}要看{spot}，看{stuff}，还要看[账目|那件{tool}|随手挑的{lot}]。
    {P}领着客人{where}走，经过{lot}、一{object}，还有一{animal}，睡在那{garment}上。
    “{speech}。”说到{trouble}，{Pn}这样回答。
    客人{adv}[用拇指|拿灯|拿尺]顺着{part}[摸|照|量]过去，在{paper}上[写|画]了几笔。
    {Q}端来{food}和{food}，{Rn}[吃了|谢绝了|站着吃完]，[夸了两句|没有说话]。
    {lot}里，有{n}{cl}{flaw}，[跟{near}差不多|比{near}少些|不算离谱]。
    他们[谈|争]了[半个时辰|半个下午]，说的是{far}，那里的{worker}用{tool2}来{act}。
    {Rn}想亲手{act}，[居然成了|做得不成样子|割破了手指]，{Q}[转过脸去|在旁看着]。
    钱的事[没有提|只提了一句]，虽然[人人|满屋子人]都在想那{money}。
    “{speech}。”客人[扣上|掸着|找着]那{garment}说，{P}[没有接话|没有反驳|笑了笑]。
    临出门，{Rn}[买|订|问价]了一{cl2}{other2}，[付了|答应付|留下]{money}。`,
  'visit.close': `
    {n}个月后报告到了，[夸|提到|挑剔]了{part}，没有说起那{object}。
    {when}，客人坐的一{vehicle}在{road}上[走远了|没了声音]，{shop}[松了口气|又动起手来]。
    “{speech}。”{Qn}说，[大家笑了|没人应声]，又去摆弄{stuff}。`,

  'custom.open': `
    每年{month}，{town}的{worker}要过自己的节，吃{food}，[抬着|捧着]{good}走到{landmark}。
    {town}有个老规矩，{year.past}[就有记载|禁过一阵|写进了县志]。
    {season}头一{cl}{good}[卖出|送出]以前，要绕着{building}走{n}圈。`,
  'custom.body': `
    [年纪最小|最年长]的{worker}拿着{tool}[走|骑马]在前，一位{adj.person}的{profession}捧着一{object}跟在后面。
    {P}[捧|抱|送]出一{cl}{good}，{mark}，{Q}[牵着|拦住]那{animal}。
    到了{landmark}，人人要[喝{n}杯|唱{n}遍|转{n}圈]，{although}。
    [晌午|天黑]以前，谁要是[说起|提到|抱怨]{trouble}，就罚{money}。
    {Rn}从{year.past}起就管[敲鼓|吹号]，{adv}敲，[不肯|盼着]让位给别人。
    {road}上还要赛跑，每人[肩上|怀里|头上]带一{cl2}{other2}，[跑到|绕过]{landmark}才算数。
    {inn}出{food}，{office}出{money}，剩下的[照例|那一年]由{weather.noun}来出。
    {far}来的客人觉得[可笑|有趣|太费{food}]，也分到一{garment}，[穿上|披着]一起走。
    {building}的台阶上有人[致辞|念祝词]，无非是“{saying}”，讲了{nn}句。
    不到[傍晚|掌灯]，{street}上满是{smellof}和{smellof}的气味，{good}卖掉{nn}{cl}。`,
  'custom.close': `
    第二天{shop}[晚开门一个时辰|照常开门|少了{Rn}]，{P}{adv}[扫地|数货|打着呵欠]。
    {inn}里没有人说得出[这规矩的道理|是谁起的头]，也没有人，尤其是{Rn}，想要停下。
    {P}白给了一天工钱，[一年一回|看在老规矩份上]，到{month}再[补|挣]回来。`,
};
