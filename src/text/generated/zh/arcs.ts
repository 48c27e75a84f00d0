/** What an essay is about, five lines each: aim (verb phrase) — short name — trouble (clause) — cause (clause) — cure (verb phrase). */
export const ARCS = `
在{month.far}以前交出{order}
那批订货
每{n}{cl}{good}总要坏一{cl}
{stuff}放得离{building}太近
把{stuff}{where.fixed}先放上{n}天

做出能在露天过{n}个冬天的{good}
过冬的货
头一场霜下来就裂
{part}干得比别处快
用湿布盖住{part}慢慢晾

拿到{buyer}悬赏的{money}
那份赏金
{n}件试样接连退了回来
{tool}用久了往左偏
反过手来从右往左做

把{buyer}的{good}全部换新
换新这桩事
一个{season.some}坏掉{lot}
{river}的水里带了铁锈
不用河水改用雨水

证明{near}的{stuff}也做得出好{good}
那场试做
一起风就出毛病
{spot.fixed}的门晴天总是敞着
晴天关紧{spot.fixed}的门

照着{far}来的一{cl}旧{good}做一{cl}一样的
照样做的事
做出来总差一点，又说不出差在哪里
老手艺人有意少做了第{n}步
做到一半停手搁上{n}夜

带会{n}个新手又不误{order}
两头的事
好好坏坏没有一点规律
两件{tool}长短不一
每件{tool}都拿老的那件校过

把做{a}的工夫省掉一半
省工的事
半个月里退回{lot}
{stuff}没有歇够
让{stuff}歇足{n}天

同{buyer}清掉一笔旧账
那笔旧账
{stuff}总是缺斤短两，账上查不出来
{near}那杆秤从{year.past}起就不准
每一批都过两遍秤

把{shop}搬到{river}对岸又不丢一个主顾
搬家的事
搬过去以后做的{good}样样走了样
新屋的地面一过车就发颤
在案子底下垫{n}尺碎石

送一{cl}{good}去{far}的赛会
赛会那桩事
路上接连碰坏{n}{cl}
{part}周围的稻草塞得太紧
把{good}一{cl}一{cl}埋在干麦糠里

弄明白旧{good}为什么经用
那个老问题
{n}个月里用坏了{lot}
{stuff}备料的月份不对
在{month.far}以前备齐{stuff}

让{shop}熬过那个坏{season.some}
熬{season.some}的事
半个月走了{n}位老主顾
有人拿次货冒用了招牌
在{part}上另打一个记号

在{month.far}以前添一间库房
添屋的事
新库房一夜返潮坏了{lot}
库房底下有一条旧水沟
挖开旧沟填上{stuff.other}

用完一位{profession}倒账留下的{stuff}
那批便宜料
{good}上有股气味散不掉
那批料在{far}同牛油堆在一起
把{stuff}在{road.fixed}边上晾{n}天

叫{buyer}到{town}来买{good}
那份合同
每一处{part}都被挑了毛病
验货那把尺短了一线
自己带一把准尺去验货
`;

/** Small words that only the lines above need, and titles. */
export const ARC_WORDS: Readonly<Record<string, string>> = {
  'season.some': `
    冬天
    夏天
    春天
    秋天`,
  'month.any': `
    头场霜
    冬至
    春集
    麦收
    清明
    秋集
    新年
    端午
    立夏
    霜降
    中秋`,
  result: `
    {short}到底[办成了|了结了]，虽说迟了{n}天，{buyer}却[没有怪罪|照数付了钱|还要再订]。
    不知是运气还是{virtue}，{short}{date}[办成了|了结了]。
    末了{P}真的办到了，{aim}，[还早了{n}天|手里还剩{money}]。
    {short}的结局，比{where}那些人[想|盼|怕]的都好。`,
  order: `
    {buyer}订的{count}{cl}{good}`,
  title: `
    {town}的[{good}|{worker}|{shop}]
    {town}{craft}旧事
    {short}
    {year}，{town}
    {river}边的{shop}
    {street}上的{worker}
    记{town}的{n}件[旧事|小事]
    一位{worker}和{ps.lead}{tool}`,
};
