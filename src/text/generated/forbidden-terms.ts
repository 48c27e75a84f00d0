/**
 * What the built-in prose never mentions, because benchmarks hide such things in it: tests of the generator hold a million tokens against it.
 * English terms are whole words in any case; Chinese terms are substrings.
 */
export const FORBIDDEN_TERMS: Readonly<Record<'en' | 'zh', readonly string[]>> = {
  en: [
    ...terms(`island islands isle islet legend legends legendary hidden treasure treasures hoard magic magical spell wizard`),
    ...terms(
      `star stars planet planets galaxy galaxies solar comet moon ruler rulers king kings queen queens emperor empress throne kingdom`,
    ),
    ...terms(
      `father fathers mother mothers parent parents dad mom grandfather grandmother grandparent grandparents grandson granddaughter`,
    ),
    ...terms(
      `ancestor ancestors ancestry descendant descendants child children son sons daughter daughters brother brothers sister sisters`,
    ),
    ...terms(
      `uncle aunt cousin cousins nephew niece husband wife widow family families heir heirs offspring sibling siblings orphan kin kinship`,
    ),
    ...terms(
      `password passwords passkey passcode secret secrets secretly code codes pin uuid key keys cipher token tokens needle haystack`,
    ),
    ...terms(`boxed latex benchmark context prompt answerable bathroom bedroom hallway sandwich dolores francisco`),
    'magic number',
    'pass key',
    'star system',
    'special number',
  ],
  zh: [
    ...terms(`岛 传说 传奇 隐藏 宝藏 宝物 宝贝 魔法 神器 行星 恒星 星系 星球 银河 统治 国王 女王 皇帝 皇后 王位 王国 领主`),
    ...terms(`父 母 爷 奶 爸 妈 祖 孙 姑 姨 舅 叔 伯 嫂 兄 弟 姐 妹 儿子 女儿 孩子 子女 后代 后裔 子嗣 亲戚 亲人 妻 丈夫 家族 血缘 孤儿`),
    ...terms(`密码 秘密 机密 口令 暗号 密钥 钥匙 幻数 特殊数字 大海捞针 长上下文 提示词 三明治`),
  ],
};

/** Names in common use, which a list of people for kinship questions is likely to hold: case-sensitive whole words in English, substrings in Chinese. */
export const COMMON_NAMES: Readonly<Record<'en' | 'zh', readonly string[]>> = {
  en: [
    ...terms(
      `James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Donald Steven Paul Andrew`,
    ),
    ...terms(
      `Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin`,
    ),
    ...terms(
      `Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Peter`,
    ),
    ...terms(
      `Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra Ashley Kimberly Emily Donna`,
    ),
    ...terms(
      `Michelle Carol Amanda Dorothy Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Kathleen Amy Angela Shirley Anna Brenda Pamela Emma`,
    ),
    ...terms(
      `Nicole Helen Samantha Katherine Christine Debra Rachel Carolyn Janet Catherine Maria Diane Ruth Julie Olivia Joyce Virginia Fred`,
    ),
    ...terms(
      `Smith Johnson Williams Jones Garcia Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Moore Jackson Martin Lee`,
    ),
    ...terms(`Thompson Harris Sanchez Clark Ramirez Lewis Robinson Walker Allen Wright Torres Nguyen Flores Adams Nelson`),
  ],
  zh: terms(
    `张伟 王伟 王芳 李伟 李娜 张敏 李静 王静 刘伟 王秀英 张丽 李秀英 王丽 张静 李强 王磊 张磊 刘洋 王艳 王勇 李军 张勇 李杰 张杰 张涛 王涛`,
  ),
};

function terms(text: string): string[] {
  return text.split(' ');
}
