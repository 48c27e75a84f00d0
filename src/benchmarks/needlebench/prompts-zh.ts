import type { AskedPack, LanguagePack, LayoutPair } from './prompt-pack.ts';

/** Our Chinese wording. */

const readText: LayoutPair = {
  end: '下面有一篇长文，请通读全文，随后会就其中的内容提一个问题。\n\n<正文>\n{context}\n</正文>\n\n请依据正文作答。{question}{format}\n',
  start: '请先看问题，再通读下面的长文。{question}{format}\n\n请依据正文作答。\n\n<正文>\n{context}\n</正文>\n',
};

const findFamily: LayoutPair = {
  end: '下面有一篇长文，其中有几句话讲到一些人的亲属关系，其余内容与问题无关。\n\n{examples}\n\n<正文>\n{context}\n</正文>\n\n名字看不出男女，同姓也不代表有亲属关系。\n\n{question}{format}\n',
  start:
    '请先看问题，再通读下面的长文。{question}{format}\n\n文中有几句话讲到一些人的亲属关系，其余内容与问题无关。名字看不出男女，同姓也不代表有亲属关系。\n\n{examples}\n\n<正文>\n{context}\n</正文>\n',
};

const briefAnswer: LayoutPair = {
  end: '你负责回答关于文档的问题。回答要简短，不要添加没有问到的内容。\n文档：\n{context}\n\n问题：{question}{format}',
  start: '你负责回答关于文档的问题。回答要简短，不要添加没有问到的内容。\n问题：{question}{format}\n\n文档：\n{context}\n',
};

const story: LayoutPair = {
  end: '下面的句子讲到一些人的亲属关系，句子没有先后次序。名字看不出男女，同姓也不代表有亲属关系。\n\n{examples}\n\n句子如下：\n{context}\n\n{question}{format}\n',
  start:
    '你将读到一些人的亲属关系，句子没有先后次序。{question}{format}\n\n名字看不出男女，同姓也不代表有亲属关系。\n\n{examples}\n\n句子如下：\n{context}\n',
};

const plainStory: LayoutPair = { end: story.end.replace('{examples}\n\n', ''), start: story.start.replace('{examples}\n\n', '') };

const boxName = '请逐步推导，最后把姓名写进方框：\\boxed{姓名}。';
const boxNumber = '请逐步推导，最后把数字写进方框：\\boxed{数字}。';
const boxOrUnknown = '如果句子没有说明，最后请写\\boxed{无法确定}。';
const counting = '父母算长一代，祖辈算长两代，只沿句子说明的关系计数。';

const eldestExamples = [
  '例一：“陶然是木青的父亲。”木青能追溯到的最年长的亲人是谁？木青的父亲是陶然，没有提到更年长的人。\\boxed{陶然}',
  '例二：“木青是小满的母亲。陶然是木青的爷爷。”小满能追溯到的最年长的亲人是谁？由小满到木青，再由木青到陶然。\\boxed{陶然}',
  '例三：“谷雨是陶然的爸爸。木青是小满的母亲。陶然是木青的父亲。”小满能追溯到的最年长的亲人是谁？由小满到木青，到陶然，再到谷雨。\\boxed{谷雨}',
].join('\n');

const eldest: AskedPack = {
  layout: story,
  question: '从{name}往上追溯，能追溯到的最年长的亲人是谁？',
  format: boxName,
  examples: eldestExamples,
};

const nthAncestor: AskedPack = {
  layout: story,
  question: `${counting}比{name}恰好长{n}代的祖先是谁？`,
  format: boxName,
  examples: '例：“木青是小满的母亲。陶然是木青的爷爷。”比小满恰好长3代的祖先是谁？木青长一代，陶然再长两代。\\boxed{陶然}',
};

const nthDescendant: AskedPack = {
  layout: story,
  question: `${counting}比{name}恰好晚{n}代的后代是谁？`,
  format: boxName,
  examples: '例：“木青是小满的母亲。陶然是木青的爷爷。”比陶然恰好晚3代的后代是谁？木青晚两代，小满再晚一代。\\boxed{小满}',
};

const distance: AskedPack = {
  layout: story,
  question: `${counting}{name}和{other}相差多少代？`,
  format: boxNumber,
  examples: '例：“木青是小满的母亲。陶然是木青的爷爷。”陶然和小满相差多少代？陶然到木青两代，木青到小满一代。\\boxed{3}',
};

const orUnknown = (asked: AskedPack): AskedPack => ({ ...asked, format: asked.format + boxOrUnknown });

const kinDistance: AskedPack = {
  ...orUnknown(distance),
  question: `${counting}从{name}往上到与{other}最近的共同祖先，再往下到{other}，一共经过多少代？如果其中一人是另一人的祖先，就数两人之间的代数。`,
};

const shot = (told: string, name: string, options: string, answer: string) =>
  `句子：${told}\n问题：从${name}往上追溯，能追溯到的最年长的亲人是谁？\n${options}\n答案：${answer}`;

export const chinesePrompts: LanguagePack = {
  layouts: {
    v1: { 'single-retrieval': briefAnswer, 'multi-retrieval': briefAnswer, 'multi-reasoning': briefAnswer },
    v2: { 'single-retrieval': readText, 'multi-retrieval': readText, 'multi-reasoning': findFamily },
  },
  needleFamilies: [
    {
      key: 'place',
      needle: '当年走私客埋在{key}岛上的宝物是{value}。',
      question: '当年走私客埋在{key}岛上的宝物是什么？',
      format: "请补全这句话作答：'埋在{key}岛上的宝物是______。'",
    },
    {
      key: 'system',
      needle: '自上次议会以来，治理{key}星系的人是{value}。',
      question: '自上次议会以来，治理{key}星系的人是谁？',
      format: "请补全这句话作答：'治理{key}星系的人是______。'",
    },
  ],
  multi: { questionEnd: '？', questionJoin: '', quote: "'", quotedEnd: '。', formatJoin: '；', cue: "请按这样的形式作答：'{formats}'。" },
  guide: {
    'single-retrieval': { before: '请补全', insert: '请先想一想文档中哪一段与此有关。' },
    'multi-retrieval': { before: '请按', insert: '请先想一想文档中哪几段与此有关。' },
    'multi-reasoning': { before: '', insert: '请先想一想文档中哪几段与此有关。' },
  },
  kinship: {
    templates: [
      '{A}是{B}的{rel}。',
      '{B}的{rel}是{A}。',
      '{A}作为{B}的{rel}，对{B}的成长影响很大。',
      '{A}不仅是{B}的{rel}，还是{B}一心效仿的人。',
      '{B}从小由{A}照看，{A}是{B}的{rel}。',
      '{A}是{B}的{rel}，两人也是无话不谈的好友。',
    ],
    templatesV1: [
      '{A}是{B}的{rel}。',
      '{B}的{rel}是{A}。',
      '{A}作为{B}的{rel}，对{B}的成长影响很大。',
      '{A}不仅是{B}的{rel}，还是{B}一心效仿的人。',
      '{B}从小由{A}照看，{A}是{B}的{rel}。',
      '{A}是{B}的{rel}，两人也是无话不谈的好友。',
      '{B}遇事总要请教{A}，{A}是{B}的{rel}。',
      '{B}是{A}家的晚辈，{A}是{B}的{rel}。',
    ],
    terms: [
      { word: '父亲', generations: 1, gender: 'male' },
      { word: '母亲', generations: 1, gender: 'female' },
      { word: '爸爸', generations: 1, gender: 'male' },
      { word: '妈妈', generations: 1, gender: 'female' },
      { word: '爷爷', generations: 2, gender: 'male' },
      { word: '奶奶', generations: 2, gender: 'female' },
      { word: '姥姥', generations: 2, gender: 'female' },
      { word: '姥爷', generations: 2, gender: 'male' },
      { word: '外公', generations: 2, gender: 'male' },
      { word: '外婆', generations: 2, gender: 'female' },
    ],
    inverseTemplates: ['{B}是{A}的{rel}。', '{A}有个{rel}，叫{B}。'],
    inverseTerms: [
      { word: '孩子', generations: 1 },
      { word: '孙辈', generations: 2 },
    ],
    join: '',
  },
  reasoning: {
    question: '从{name}往上追溯，能追溯到的最年长的亲人是谁？',
    format: `${boxName}方框里只写{name}最年长的亲人。`,
    examples: eldestExamples,
  },
  facts: {
    link: '{A}是{B}的{rel}。',
    home: '{A}出生在{town}镇。',
    question: '{who}出生在哪个镇？',
    of: '{who}的{rel}',
    words: ['老师', '房东', '表亲', '邻居', '医生', '裁缝'],
  },
  ancestralTrace: { eldest, 'nth-ancestor': nthAncestor, 'nth-descendant': nthDescendant, distance },
  ancestralTraceV1: { layout: plainStory, question: eldest.question, format: '请直接回答姓名。', examples: '' },
  ancestralTraceChoice: {
    layout: {
      end: '{examples}\n\n句子：{context}\n问题：{question}{format}',
      start: '{examples}\n\n问题：{question}\n句子：{context}{format}',
    },
    question: '从{name}往上追溯，能追溯到的最年长的亲人是谁？',
    option: '\n{letter}. {text}',
    format: '\n答案：',
    plain: [
      shot('陶然是木青的父亲。', '木青', 'A. 木青\nB. 陶然\nC. 白露\nD. 谷雨', 'B'),
      shot('木青是小满的母亲。陶然是木青的爷爷。', '小满', 'A. 陶然\nB. 小满\nC. 木青\nD. 白露', 'A'),
      shot('谷雨是白露的爸爸。白露是小满的妈妈。', '小满', 'A. 白露\nB. 小满\nC. 木青\nD. 谷雨', 'D'),
      shot('谷雨是陶然的爸爸。木青是小满的母亲。陶然是木青的父亲。', '小满', 'A. 木青\nB. 陶然\nC. 谷雨\nD. 小满', 'C'),
    ].join('\n\n'),
    reasoned: [
      shot('陶然是木青的父亲。', '木青', 'A. 木青\nB. 陶然\nC. 白露\nD. 谷雨', '木青的父亲是陶然，没有提到更年长的人。所以选B'),
      shot('木青是小满的母亲。陶然是木青的爷爷。', '小满', 'A. 陶然\nB. 小满\nC. 木青\nD. 白露', '由小满到木青，由木青到陶然。所以选A'),
      shot('谷雨是白露的爸爸。白露是小满的妈妈。', '小满', 'A. 白露\nB. 小满\nC. 木青\nD. 谷雨', '由小满到白露，由白露到谷雨。所以选D'),
      shot(
        '谷雨是陶然的爸爸。木青是小满的母亲。陶然是木青的父亲。',
        '小满',
        'A. 木青\nB. 陶然\nC. 谷雨\nD. 小满',
        '由小满到木青，到陶然，再到谷雨。所以选C',
      ),
    ].join('\n\n'),
  },
  ancestralTraceHard: {
    eldest: orUnknown(eldest),
    'nth-ancestor': orUnknown(nthAncestor),
    'nth-descendant': orUnknown(nthDescendant),
    distance: kinDistance,
    unknown: '无法确定',
  },
};
