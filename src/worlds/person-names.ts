/**
 * Names of people, composed from our own lists: 2,500 English ("Ada Whitlow") and 3,000 Chinese (three characters).
 * No name is a substring of another, in any case: first names end in no other first name, last names begin with no other last name.
 */
const FIRST =
  'Abigail Bertram Cedric Dorothea Edmund Felicity Gerard Harriet Imogen Jasper Kathleen Leopold Matilda Nathaniel Octavia Percival Quentin Rosalind Sebastian Tabitha Ursula Vincent Wilhelmina Xavier Yvonne Zachary Agnes Barnaby Clarissa Desmond Eleanor Frederick Gwendolyn Humphrey Isadora Julian Lavinia Montague Nerys Oswald Prudence Reginald Sylvester Thaddeus Verity Winifred Alistair Beatrice Cornelius Demelza';
const LAST =
  'Ackroyd Blenkinsop Cartwright Dunmore Eastgate Fairbrother Garrick Hollowell Inchbald Jessop Kettleby Lockridge Merriweather Northcote Oakhurst Pemberly Quillfeather Ravenscroft Silverdale Thistlewood Underhill Vantongeren Whitlow Yardborough Zimmerdale Amberfield Brockhurst Colverton Drayford Elmstead Foxbury Greenslade Hartnell Ironmonger Jarrowby Kingswell Larkspur Mossgrave Netherby Orchardson Pinkerfield Rookwood Stonebridge Tarrington Upchurch Vexley Wainscott Yellowlees Ashcombe Birchall';
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌';
const GIVEN =
  '思远 雨桐 景行 若兰 嘉言 晓峰 静姝 子墨 怀瑾 清扬 致远 雅琴 文渊 婉清 修竹 凌霄 明轩 素心 志恒 语嫣 俊逸 芷若 浩然 慧敏 承志 梦洁 天佑 秋月 建业 春晖 立诚 海燕 国栋 玉洁 长庚 丽华 永年 冬梅 少卿 采薇 伯言 念慈 仲谋 如意 叔平 知夏 季常 望舒 元吉 南星 启明 听雪 守义 青禾 书瑶 逢春 沛然 星河 归鸿 乐山';

const compose = (first: readonly string[], last: readonly string[], between: string) =>
  first.flatMap((a) => last.map((b) => a + between + b));

const SUPPLY: { readonly [language: string]: readonly string[] } = {
  en: compose(FIRST.split(' '), LAST.split(' '), ' '),
  zh: compose(Array.from(SURNAMES), GIVEN.split(' '), ''),
};

/** All names of a language, always in the same order; empty for a language without a list. */
export function personNames(language: string): readonly string[] {
  return SUPPLY[language] ?? [];
}
