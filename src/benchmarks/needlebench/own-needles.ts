import { seededRandom, type PythonRandom } from '../../core/index.ts';
import { fill } from './fill.ts';
import type { NeedleRow } from './needle-row.ts';
import type { Language } from './options.ts';
import type { PromptPack } from './prompt-pack.ts';

/** Our own needles, without end: invented islands with hidden treasures, invented star systems with invented rulers. */

type Words = readonly string[];
interface Lexicon {
  readonly keys: { readonly place: readonly [Words, Words]; readonly system: readonly [Words, Words] };
  readonly values: { readonly place: readonly [Words, Words]; readonly system: readonly [Words, Words] };
  readonly between: { readonly place: string; readonly system: string };
}

const words = (text: string): Words => text.split(' ');

const LEXICON: { readonly [language in Language]: Lexicon } = {
  en: {
    keys: {
      place: [
        words('Vel Kor Tam Bri Ost Yar Quel Mor Zan Fal Hes Dru Ild Nar Pel Gos Ruv Thes Wim Cal'),
        words('dora imar ovan ruska lith ambria ennet orrow talia undry neska ivor canth holme arbek rissa ottur yndra lumber sequa'),
      ],
      system: [
        words('Aq Bel Cyg Dra Er Fom Gal Hyd Ix Jun Kep Lyr Men Nov Or Pav Ras Sir Tuc Umb'),
        words('arion ethis ovane ulon adris ipheon oxar unara ethron ilus ambos ergia onyx asmir ytta oreth anvil uxor elvan ophis'),
      ],
    },
    values: {
      place: [
        words(
          'amber copper ivory velvet marble crimson silver walnut cobalt granite emerald bronze porcelain scarlet ebony jade pewter saffron turquoise lacquered gilded knitted painted carved woven frosted dented braided polished enamelled',
        ),
        words(
          'compass sextant harp chalice lantern astrolabe hourglass telescope tambourine inkwell candlestick thimble locket kaleidoscope flute barometer bookend teapot saddle abacus tapestry metronome spyglass weathervane chessboard drum violin goblet snuffbox sundial',
        ),
      ],
      system: [
        words(
          'Ovrin Taldek Mirelle Zorvath Quillon Ysmera Brannoch Caldric Feyden Gorvane Hestriel Ildoran Jorveth Kyrell Luthien Nerovar Ophrant Pellimor Rhosgar Sevrin Thandiel Ulvane Vashtir Wendric Xandor',
        ),
        words(
          'Askarith Bellovane Corwenna Dalmorin Estravan Fennimark Galdoway Hyrcannes Ivarstone Jellinore Korvandis Lomarque Morvaine Nightreed Orlandish Pyrewood Quistmore Ravendale Solvarine Tarkenfell Undermere Valloreth Westrand Yarrowmont Zephandel',
        ),
      ],
    },
    between: { place: ' ', system: ' ' },
  },
  zh: {
    keys: {
      place: [
        words('澜 岚 屿 霁 碧 朔 瀚 沧 铃 雁 鹭 桐 棠 槿 蔚 翎 鲸 砚 珀 霜'),
        words('汐 陀 泠 渚 麓 璃 鸢 埠 罗 婆 叶 莱 蓬 芜 堰 浦 岫 弦 垣 洄'),
      ],
      system: [
        words('玄枢 天璇 紫垣 赤霄 青冥 白矮 苍穹 幽荧 烛阴 北落 南箕 斗杓 星纪 析木 鹑首 寿星 降娄 大梁 实沈 玄枵'),
        words('甲 乙 丙 丁 戊 己 庚 辛 壬 癸 子 丑 寅 卯 辰 巳 午 未 申 酉'),
      ],
    },
    values: {
      place: [
        words(
          '青铜 象牙 琉璃 琥珀 玳瑁 翡翠 紫檀 描金 镂空 鎏银 竹编 漆绘 羊脂 玛瑙 孔雀 珊瑚 水晶 雕花 彩陶 白瓷 嵌贝 缠枝 冰裂 云锦 乌木',
        ),
        words(
          '罗盘 日晷 古琴 砚台 烛台 花瓶 屏风 酒樽 香炉 棋盘 折扇 玉笛 铜镜 算盘 斗笠 茶壶 马鞍 浑仪 沙漏 印章 箜篌 面具 灯笼 经筒 鱼符',
        ),
      ],
      system: [
        words(
          '洛维 塔兰 米瑞 佐瓦 奎伦 伊斯 布兰 卡德 菲登 戈万 海丝 伊多 乔维 凯瑞 露西 涅罗 奥芙 佩利 若斯 赛芙 坦迪 乌凡 瓦什 温德 桑多',
        ),
        words(
          '阿斯卡 贝洛凡 科温娜 达摩林 埃斯塔 费尼马 加多威 赫坎尼 艾瓦敦 杰丽诺 科万迪 洛马克 莫凡恩 奈特瑞 奥兰迪 派伍德 奎斯莫 雷文达 索瓦林 塔肯菲 安德米 瓦洛斯 韦斯兰 雅罗蒙 泽凡德',
        ),
      ],
    },
    between: { place: '', system: '·' },
  },
};

/** All keywords that our needles can have, for checks. */
export function ownValues(language: Language): string[] {
  const { values, between } = LEXICON[language];
  return (['place', 'system'] as const).flatMap((family) =>
    values[family][0].flatMap((a) => values[family][1].map((b) => a + between[family] + b)),
  );
}

/** Draws one needle: family, key, keyword. */
export function drawOwnNeedle(random: PythonRandom, language: Language, prompts: PromptPack): NeedleRow {
  const { keys, values, between } = LEXICON[language];
  const family = random.choice(prompts[language].needleFamilies);
  const key = random.choice(keys[family.key][0]) + random.choice(keys[family.key][1]);
  const value = random.choice(values[family.key][0]) + between[family.key] + random.choice(values[family.key][1]);
  const put = (template: string) => fill(template, { key, value });
  return { language, needle: put(family.needle), question: put(family.question) + put(family.format), key, value };
}

const ROWS = 60;

/** A fixed list in the place of the official one: 60 needles a language with distinct keys and keywords. */
export function ownNeedleRows(prompts: PromptPack): NeedleRow[] {
  return (['en', 'zh'] as const).flatMap((language) => {
    const random = seededRandom(0, 'needlebench', 'own-needles', language);
    const rows: NeedleRow[] = [];
    while (rows.length < ROWS) {
      const row = drawOwnNeedle(random, language, prompts);
      if (!rows.some(({ key, value }) => key === row.key || value === row.value)) rows.push(row);
    }
    return rows;
  });
}
