import type { PythonRandom } from '../../../core/index.ts';

const words = (text: string) => text.trim().split(/\s+/);

/** Surnames of two characters, all rare. None holds a word of kinship. */
const SURNAMES = words(`
闻人 澹台 公冶 宗政 濮阳 淳于 太史 申屠 轩辕 令狐 钟离 宇文 慕容 鲜于 闾丘 司空 亓官 司寇 子车 端木 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 谷梁 百里 东郭
南门 呼延 羊舌 微生 梁丘 左丘 东门 西门 南宫 第五 段干 即墨 达奚 褚师 仲长 屋庐 皇甫 尉迟 赫连 长鱼 北唐 相里 阳佟 南荣`);
const WOMEN = [...'蕙芷蓼荻芩蔻茜菱蘅苒槿棠梨桃杏棉絮绫绡缇缃絺珂琬玦琚珮璎霁霏霭澄漪汐沅湄汀澜岚晗昕晞曦晴皎霜雁鹂鹭鸢'];
const MEN = [...'岑嵩峤岐峻屹砺磐砚碣铎钧铮锷鉴锟桓楷槐樟柏栎梧枢楫舸帆轫轲辕骥骧骁犀虬鲲鸿鹄鹏隼烨炜煦焕烽爟渊泓淙浔溯'];
const SECOND = [...'秋禾舟川原野石竹松桐梓榆谷畴垄渠津浦渡桥亭阁轩斋书简墨棋琴笙鼓钟铃月云雨雪霜露风烟霞晓暮晨夕春夏冬年岁时节言语声韵'];
const PLACE_STARTS = [
  ...'青白乌黄赤紫石柳榆槐桑梧枫松竹芦荻菱荷莲桂梅杏枣栗橘雁鹭鹤燕鸥马牛羊鹿狐鱼龟盐铁铜瓦砖窑磨碓酒茶药布麻斜弯长平高低深浅',
];
const PLACE_MIDDLES = ['', '', ...'溪沟坪湾塘桥滩坡岭崖坑井泉垄田林头口尾脚背沙泥岩洞门柱亭台'];
const PLACE_ENDS = [...'镇村坪渡埠堡驿浦塘集墟屯寨庄铺坝圩营店场'];
const RIVER_STARTS = [...'练渌沩濂涟汶沭浠澧湲淅溠滁潩濮泜洺滱淝汨涡沣浐潏滈渼'];
const RIVER_ENDS = words('水 河 溪 江 川 河');
const HILL_STARTS = [...'鸡鹰龟狮象虎牛马笔架鼓钟伞帽靴鞍磨盘棋屏锅灶斗秤镜梳'];
const HILL_ENDS = words('山 岭 岗 峰 坡 崖 顶 背');
const STREET_STARTS = [...'上下东西南北前后横直新老大小柳桑石米布油鱼盐铁竹花灯水井'];
const INN_STARTS = words('悦来 三元 同福 聚兴 望江 迎风 四海 长春 广源 顺水 得月 高升 太白 鸿运 安泰 万顺');

/** A full name of four characters: a rare surname and a composed given name; about 180,000 by sex. */
export function personName(random: PythonRandom, woman: boolean): { readonly last: string; readonly first: string } {
  return { last: random.choice(SURNAMES), first: random.choice(woman ? WOMEN : MEN) + random.choice(SECOND) };
}

/** A town or village of two or three characters; about 35,000. */
export function placeName(random: PythonRandom): string {
  return random.choice(PLACE_STARTS) + random.choice(PLACE_MIDDLES) + random.choice(PLACE_ENDS);
}

/** A river. */
export function riverName(random: PythonRandom): string {
  return random.choice(RIVER_STARTS) + random.choice(RIVER_ENDS);
}

/** A hill. */
export function hillName(random: PythonRandom): string {
  return random.choice(HILL_STARTS) + random.choice(HILL_STARTS) + random.choice(HILL_ENDS);
}

/** A street. */
export function streetName(random: PythonRandom): string {
  return random.choice(STREET_STARTS) + random.choice(STREET_STARTS) + random.choice(['街', '巷', '街', '路']);
}

/** An inn or a tea house. */
export function innName(random: PythonRandom): string {
  return random.choice(INN_STARTS) + random.choice(['客栈', '茶馆', '酒店', '饭铺']);
}
