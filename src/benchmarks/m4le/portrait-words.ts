/** The same in English and in Chinese. */
export type Pair = readonly [en: string, zh: string];

/** Words for portraits of made-up people, the same in both languages. */
export const PORTRAIT_WORDS: {
  readonly [side in 'crafts' | 'towns' | 'places' | 'habits' | 'animals' | 'events' | 'helpers' | 'foods' | 'plans']: readonly Pair[];
} = {
  crafts: [
    ['potter', '陶匠'],
    ['bell founder', '铸钟匠'],
    ['bookbinder', '装订匠'],
    ['rope maker', '制绳匠'],
    ['clock mender', '修钟匠'],
    ['glass blower', '吹玻璃匠'],
    ['lute maker', '琵琶匠'],
    ['weaver', '织布匠'],
    ['lantern maker', '灯笼匠'],
    ['saddler', '马鞍匠'],
  ],
  towns: [
    ['Liuhe', '柳河'],
    ['Songwan', '松湾'],
    ['Meiling', '梅岭'],
    ['Tongtan', '铜滩'],
    ['Yuquan', '玉泉'],
    ['Heping Ford', '和平渡'],
    ['Yanqiao', '雁桥'],
    ['Shimen', '石门'],
    ['Baisha', '白沙'],
    ['Lushan Pass', '鹿山关'],
  ],
  places: [
    ['behind the old granary', '老粮仓后面'],
    ['beside the stone bridge', '石桥旁边'],
    ['under the north wall', '北城墙下'],
    ['opposite the bathhouse', '澡堂对面'],
    ['at the end of the fish market', '鱼市尽头'],
    ['next to the ferry landing', '渡口旁边'],
    ['above a tea shop', '茶馆楼上'],
    ['in a former temple kitchen', '从前的寺庙厨房里'],
  ],
  habits: [
    ['sweeping the yard', '打扫院子'],
    ['sharpening three knives', '磨三把刀'],
    ['a walk to the well', '走到井边'],
    ['reading an old letter', '读一封旧信'],
    ['feeding the sparrows', '喂麻雀'],
    ['counting the coins in a jar', '数罐子里的铜钱'],
    ['a bowl of hot water', '喝一碗热水'],
    ['airing the quilts', '晾被子'],
  ],
  animals: [
    ['grey parrot', '灰鹦鹉'],
    ['one-eyed cat', '独眼猫'],
    ['white goose', '白鹅'],
    ['lame donkey', '跛脚驴'],
    ['cage of crickets', '一笼蟋蟀'],
    ['black rabbit', '黑兔'],
    ['pair of doves', '一对鸽子'],
    ['tame otter', '驯服的水獭'],
  ],
  events: [
    ['flood', '洪水'],
    ['fire', '火灾'],
    ['earthquake', '地震'],
    ['hailstorm', '冰雹'],
    ['landslide', '山崩'],
    ['typhoon', '台风'],
  ],
  helpers: [
    ['a ship’s cook', '一位船上的厨子'],
    ['the village doctor', '村里的大夫'],
    ['a retired judge', '一位退休的法官'],
    ['two travelling actors', '两位走江湖的演员'],
    ['the toll keeper', '收路钱的人'],
    ['a widow in the hills', '山里的一位寡妇'],
  ],
  foods: [
    ['sesame cakes', '芝麻饼'],
    ['pickled radish', '腌萝卜'],
    ['steamed pears', '蒸梨'],
    ['lotus soup', '莲子汤'],
    ['smoked bean curd', '熏豆干'],
    ['chestnut porridge', '栗子粥'],
  ],
  plans: [
    ['to build a second kiln', '再造一座窑'],
    ['to sail down to the sea', '乘船到海边去'],
    ['to take on four apprentices', '收四个学徒'],
    ['to plant a mulberry garden', '种一片桑园'],
    ['to write a book of songs', '写一本歌谣'],
    ['to sell the house and move', '卖掉房子搬走'],
    ['to dig a new well', '挖一口新井'],
    ['to repair the town clock', '修好城里的大钟'],
  ],
};

const syllables = (text: string): readonly Pair[] => text.split(' ').map((each) => each.split(':') as [string, string]);

export const SURNAMES = syllables(
  'Zhao:赵 Qian:钱 Sun:孙 Zhou:周 Wu:吴 Zheng:郑 Feng:冯 Chen:陈 Chu:褚 Jiang:蒋 Shen:沈 Han:韩 Yang:杨 Zhu:朱 Qin:秦 Xu:许 He:何 Shi:施 Kong:孔 Cao:曹 Yan:严 Hua:华 Jin:金 Wei:魏 Tao:陶 Qi:戚 Xie:谢 Zou:邹 Bai:柏 Dou:窦 Zhang:章 Yun:云 Su:苏 Pan:潘 Ge:葛 Xi:奚 Fan:范 Peng:彭 Lang:郎 Lu:鲁',
);
export const FIRST_SYLLABLES = syllables(
  'Si:思 Jing:景 Ruo:若 Jia:嘉 Xiao:晓 Zi:子 Huai:怀 Qing:清 Zhi:致 Ya:雅 Wen:文 Ming:明 Su:素 Yu:雨 Chun:春 Hai:海',
);
export const SECOND_SYLLABLES = syllables(
  'yuan:远 tong:桐 xing:行 lan:兰 feng:峰 shu:姝 mo:墨 jin:瑾 qin:琴 zhu:竹 xuan:轩 heng:恒 xin:心 hui:慧 ping:平 yue:月',
);
