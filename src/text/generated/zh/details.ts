/** Smaller rules behind the paragraphs: who people are, weather, general places and times. */
export const DETAILS: Readonly<Record<string, string>> = {
  'epithet.lead': `
    做了{years}年{craft}的{worker}
    在{near}学成手艺的{worker}
    掌管{shop}的{worker}
    {near}到{far}一带有名的{worker}`,
  'epithet.hand': `
    {adj.person}的二把手
    {shop}里{adj.person}的伙计
    {n}年前从{near}来的伙计
    在{far}学过手艺的伙计
    {year.past}进{shop}的伙计
    替{shop}管账的{adj.person}人
    新来不久的学徒`,
  'epithet.other': `
    {near}来的{profession}
    {adj.person}的{profession}
    住在{landmark}旁边的{profession}
    在{street}上住了{years}年的{profession}
    刚从{far}来的{profession}`,
  age: `
    [三十|四十|五十|六十][一|二|三|四|六|七|八]
    [三十|四十|五十|六十]上下的年纪，不到[四十五|五十五|七十]`,
  'adj.tone': `
    客气
    硬气
    简短
    周到
    和气
    恳切
    不卑不亢
    冷淡`,
  'adj.walk': `
    很慢
    很轻快
    一步一停
    像去的时候一样
    比平时快`,
  'adj.believe': `
    不肯信
    摇头
    不开口
    站得远远的
    只笑不说话`,
  geng: `
    二更
    三更
    四更
    五更`,
  'object.lamp': `
    盏油灯
    支蜡烛
    盏马灯
    盏风灯`,
  'vehicle.cart': `
    辆骡车
    辆牛车
    辆板车
    辆独轮车`,
  'when.general': `
    {month}的冷天早上
    门口站着主顾
    {road}断了的时候
    失手{n}回以后
    手里只剩{n}天，还差{lot}`,
  'where.general': `
    祝词里
    课本里
    发奖的时候
    两样都没有的人嘴里
    黄历上
    在{inn}`,
  'profession.trade': `
    航运
    教书
    种田
    行医
    唱戏
    管账
    打官司`,
  'noun.spring': '春雨\n化雪\n夹雪的雨\n东风\n阵雨\n倒春寒\n泥泞',
  'noun.summer': '热天\n旱天\n雷雨\n大太阳\n热风\n雾气\n暴雨',
  'noun.autumn': '大雾\n秋雨\n大风\n薄雾\n连阴雨\n早霜\n毛毛雨',
  'noun.winter': '大雪\n霜\n冰雹\n雨夹雪\n北风\n冷雾\n冻雨',
  'sentence.spring': `
    [河开得早|河开得晚|一夜开了河]，{river}裹着[冰块|树枝|木料]冲过{landmark}，一连{n}天。
    {landmark}那边的[柳芽|杏花|榆钱]，比往年早[开|出]了{n}天。
    {month}一个月里下了{nn}天的雨，{road}[成了|变成]一锅粥。
    东风{n}天就吹干了{spot}，也吹裂了{shop}里每个人的手。
    燕子回到{building}，是最后一场雪过后第{n}天的事。`,
  'sentence.summer': `
    {hill}上[压着|罩着]热气，一连{nn}天，{street}的狗都躺在车底下。
    从{weekday}到月底没有下雨，{river}缩成{landmark}下面的{n}个水坑。
    每天傍晚雷声绕着{hill}[走|滚]，雨却[落|下]在{near}。
    {road}上的尘土落在{good}上，落在{food}上，也落在{building}的窗台上。
    不到[辰时|巳时]就热得没法{act}，{shop}改在[天不亮|鸡叫]时开工。`,
  'sentence.autumn': `
    雾气每天傍晚从{river}上[升|漫]起来，第二天[晌午|日上三竿|早饭以后]才散。
    {landmark}的落叶吹满{street}，把{building}的水沟堵了{n}回。
    头一场霜是{weekday}夜里下的，从{landmark}白到{hill}。
    大风掀走{building}的{nn}片瓦，也吹倒了{inn}的招牌。
    那个{month}天短，到处是{smellof}和{smellof}的气味，早上多半{sky}。`,
  'sentence.winter': `
    雪封了{road}，一连{n}天，邮差绕过{landmark}步行进来。
    {river}从{landmark}一直冻到{building}，到{weekday}已经走得了一{vehicle}。
    {spot}的水，{n}天里每天早上都要用{tool}敲开。
    {building}的屋檐挂着[一尺|两尺|一臂]长的冰凌，{street}上铺了[炉灰|稻草|沙子|木板]。
    {shop}的窗纸里面结了霜，{Pn}用指头在上面[写|记]当天的数目。`,
};
