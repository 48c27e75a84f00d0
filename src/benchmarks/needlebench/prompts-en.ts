import type { AskedPack, LanguagePack, LayoutPair } from './prompt-pack.ts';

/** Our English wording. */

const readText: LayoutPair = {
  end: 'Here is a long text. Read all of it; one question about it follows.\n\n<text>\n{context}\n</text>\n\nUse what the text says to answer. {question}{format}\n',
  start:
    'Here is a question about the long text below. {question}{format}\n\nNow read all of the text and answer from what it says.\n\n<text>\n{context}\n</text>\n',
};

const findFamily: LayoutPair = {
  end: 'Here is a long text. A few of its sentences tell how some people are related; everything else in it is of no use here.\n\n{examples}\n\n<text>\n{context}\n</text>\n\nA first name says nothing about being a man or a woman, and sharing a last name says nothing about being related.\n\n{question} {format}\n',
  start:
    'Here is a question about the long text below: {question} {format}\n\nA few of its sentences tell how some people are related; everything else in it is of no use here. A first name says nothing about being a man or a woman, and sharing a last name says nothing about being related.\n\n{examples}\n\n<text>\n{context}\n</text>\n',
};

const briefAnswer: LayoutPair = {
  end: 'You answer questions about documents. Be brief, and add nothing that the question does not ask for.\nDocument:\n{context}\n\nQuestion: {question}{format}',
  start:
    'You answer questions about documents. Be brief, and add nothing that the question does not ask for.\nQuestion: {question}{format}\n\nDocument:\n{context}\n',
};

const story: LayoutPair = {
  end: 'The sentences below tell how some people are related. They stand in no order. A first name says nothing about being a man or a woman, and sharing a last name says nothing about being related.\n\n{examples}\n\nThe sentences:\n{context}\n\n{question} {format}\n',
  start:
    'You will read how some people are related, in sentences that stand in no order. {question} {format}\n\nA first name says nothing about being a man or a woman, and sharing a last name says nothing about being related.\n\n{examples}\n\nThe sentences:\n{context}\n',
};

const plainStory: LayoutPair = { end: story.end.replace('{examples}\n\n', ''), start: story.start.replace('{examples}\n\n', '') };

const boxName = 'Follow the relations link by link, then end with the name in a box: \\boxed{NAME}.';
const boxNumber = 'Follow the relations link by link, then end with the number in a box: \\boxed{NUMBER}.';
const boxOrUnknown = ' If the sentences do not tell, end with \\boxed{unknown}.';
const counting = 'A parent is one generation older and a grandparent two. Count only along relations that the sentences state.';

const eldestExamples = [
  'Example 1. "Ivo is the father of Mara." Who is the eldest relative of Mara that can be traced? Mara has Ivo as father; nobody older is named. \\boxed{Ivo}',
  'Example 2. "Mara is the mother of Pim. Ivo is the grandfather of Mara." Who is the eldest relative of Pim that can be traced? From Pim to Mara, from Mara to Ivo. \\boxed{Ivo}',
  'Example 3. "Ren is the dad of Ivo. Mara is the mother of Pim. Ivo is the father of Mara." Who is the eldest relative of Pim that can be traced? From Pim to Mara, to Ivo, to Ren. \\boxed{Ren}',
].join('\n');

const eldest: AskedPack = {
  layout: story,
  question: 'Going up from {name} as far as the sentences allow, who is the eldest relative?',
  format: boxName,
  examples: eldestExamples,
};

const nthAncestor: AskedPack = {
  layout: story,
  question: `${counting} Who is the ancestor of {name} exactly {n} generations older?`,
  format: boxName,
  examples:
    'Example. "Mara is the mother of Pim. Ivo is the grandfather of Mara." Who is the ancestor of Pim exactly 3 generations older? Mara is one generation older, Ivo two more. \\boxed{Ivo}',
};

const nthDescendant: AskedPack = {
  layout: story,
  question: `${counting} Who is the descendant of {name} exactly {n} generations younger?`,
  format: boxName,
  examples:
    'Example. "Mara is the mother of Pim. Ivo is the grandfather of Mara." Who is the descendant of Ivo exactly 3 generations younger? Mara is two generations younger, Pim one more. \\boxed{Pim}',
};

const distance: AskedPack = {
  layout: story,
  question: `${counting} How many generations lie between {name} and {other}?`,
  format: boxNumber,
  examples:
    'Example. "Mara is the mother of Pim. Ivo is the grandfather of Mara." How many generations lie between Ivo and Pim? Two from Ivo to Mara, one from Mara to Pim. \\boxed{3}',
};

const orUnknown = (asked: AskedPack): AskedPack => ({ ...asked, format: asked.format + boxOrUnknown });

const kinDistance: AskedPack = {
  ...orUnknown(distance),
  question: `${counting} Going up from {name} to the nearest ancestor shared with {other} and down to {other}, how many generations are passed in all? Where one of the two is an ancestor of the other, count the generations between them.`,
};

export const englishPrompts: LanguagePack = {
  layouts: {
    v1: { 'single-retrieval': briefAnswer, 'multi-retrieval': briefAnswer, 'multi-reasoning': briefAnswer },
    v2: { 'single-retrieval': readText, 'multi-retrieval': readText, 'multi-reasoning': findFamily },
  },
  needleFamilies: [
    {
      key: 'place',
      needle: 'The treasure that the old smugglers buried on the isle of {key} is the {value}.',
      question: 'What is the treasure that the old smugglers buried on the isle of {key}?',
      format: " Answer with this sentence, completed: 'The treasure buried on the isle of {key} is the ______.'",
    },
    {
      key: 'system',
      needle: 'Since the last council the {key} star system has been governed by {value}.',
      question: 'Who has governed the {key} star system since the last council?',
      format: " Answer with this sentence, completed: 'The {key} star system is governed by ______.'",
    },
  ],
  multi: { questionEnd: '?', questionJoin: ' ', quote: "'", quotedEnd: '.', formatJoin: '; ', cue: " Answer in this form: '{formats}'." },
  guide: {
    'single-retrieval': { before: ' Answer with', insert: ' First think about which passage of the document bears on this.' },
    'multi-retrieval': { before: ' Answer in', insert: ' First think about which passages of the document bear on this.' },
    'multi-reasoning': { before: '', insert: ' First think about which passages of the document bear on this.' },
  },
  kinship: {
    templates: [
      '{A} is the {rel} of {B}.',
      'The {rel} of {B} is {A}.',
      '{A}, the {rel} of {B}, had a great part in how {B} was brought up.',
      '{A} is not only the {rel} of {B} but also the person {B} tries to be like.',
      '{B} grew up in the care of {A}, who is the {rel} of {B}.',
      '{A} is the {rel} of {B}, and the two are the best of friends.',
      'All through life {A}, the {rel} of {B}, has been the one whom {B} asks for advice.',
    ],
    templatesV1: [
      '{A} is the {rel} of {B}.',
      'The {rel} of {B} is {A}.',
      '{A}, the {rel} of {B}, had a great part in how {B} was brought up.',
      '{A} is not only the {rel} of {B} but also the person {B} tries to be like.',
      '{B} grew up in the care of {A}, who is the {rel} of {B}.',
      '{A} is the {rel} of {B}, and the two are the best of friends.',
      'All through life {A}, the {rel} of {B}, has been the one whom {B} asks for advice.',
      '{B} is a child in the family line of {A}, the {rel} of {B}.',
    ],
    terms: [
      { word: 'father', generations: 1, gender: 'male' },
      { word: 'mother', generations: 1, gender: 'female' },
      { word: 'dad', generations: 1, gender: 'male' },
      { word: 'mom', generations: 1, gender: 'female' },
      { word: 'grandfather', generations: 2, gender: 'male' },
      { word: 'grandmother', generations: 2, gender: 'female' },
      { word: 'maternal grandmother', generations: 2, gender: 'female' },
      { word: 'maternal grandfather', generations: 2, gender: 'male' },
      { word: 'paternal grandfather', generations: 2, gender: 'male' },
      { word: 'paternal grandmother', generations: 2, gender: 'female' },
    ],
    inverseTemplates: ['{B} is the {rel} of {A}.', '{A} has a {rel} called {B}.'],
    inverseTerms: [
      { word: 'child', generations: 1 },
      { word: 'grandchild', generations: 2 },
    ],
    join: ' ',
  },
  reasoning: {
    question: 'Going up from {name} as far as the sentences allow, who is the eldest relative?',
    format: `${boxName} The box holds the eldest relative of {name} and nothing else.`,
    examples: eldestExamples,
  },
  facts: {
    link: '{A} is the {rel} of {B}.',
    home: '{A} was born in the town of {town}.',
    question: 'In which town was {who} born?',
    of: 'the {rel} of {who}',
    words: ['teacher', 'landlord', 'cousin', 'neighbour', 'doctor', 'tailor'],
  },
  ancestralTrace: { eldest, 'nth-ancestor': nthAncestor, 'nth-descendant': nthDescendant, distance },
  ancestralTraceV1: { layout: plainStory, question: eldest.question, format: 'Answer with the name.', examples: '' },
  ancestralTraceChoice: {
    layout: {
      end: '{examples}\n\nSentences: {context}\nQuestion: {question}{format}',
      start: '{examples}\n\nQuestion: {question}\nSentences: {context}{format}',
    },
    question: 'Going up from {name} as far as the sentences allow, who is the eldest relative?',
    option: '\n{letter}. {text}',
    format: '\nAnswer: ',
    plain: [
      'Sentences: Ivo is the father of Mara.\nQuestion: Going up from Mara as far as the sentences allow, who is the eldest relative?\nA. Mara\nB. Ivo\nC. Tess\nD. Olaf\nAnswer: B',
      'Sentences: Mara is the mother of Pim. Ivo is the grandfather of Mara.\nQuestion: Going up from Pim as far as the sentences allow, who is the eldest relative?\nA. Ivo\nB. Pim\nC. Mara\nD. Tess\nAnswer: A',
      'Sentences: Olaf is the dad of Tess. Tess is the mom of Ren.\nQuestion: Going up from Ren as far as the sentences allow, who is the eldest relative?\nA. Tess\nB. Ren\nC. Mara\nD. Olaf\nAnswer: D',
      'Sentences: Ren is the dad of Ivo. Mara is the mother of Pim. Ivo is the father of Mara.\nQuestion: Going up from Pim as far as the sentences allow, who is the eldest relative?\nA. Mara\nB. Ivo\nC. Ren\nD. Pim\nAnswer: C',
    ].join('\n\n'),
    reasoned: [
      'Sentences: Ivo is the father of Mara.\nQuestion: Going up from Mara as far as the sentences allow, who is the eldest relative?\nA. Mara\nB. Ivo\nC. Tess\nD. Olaf\nAnswer: Mara has Ivo as father, and nobody older is named. The answer is B',
      'Sentences: Mara is the mother of Pim. Ivo is the grandfather of Mara.\nQuestion: Going up from Pim as far as the sentences allow, who is the eldest relative?\nA. Ivo\nB. Pim\nC. Mara\nD. Tess\nAnswer: From Pim to Mara, from Mara to Ivo. The answer is A',
      'Sentences: Olaf is the dad of Tess. Tess is the mom of Ren.\nQuestion: Going up from Ren as far as the sentences allow, who is the eldest relative?\nA. Tess\nB. Ren\nC. Mara\nD. Olaf\nAnswer: From Ren to Tess, from Tess to Olaf. The answer is D',
      'Sentences: Ren is the dad of Ivo. Mara is the mother of Pim. Ivo is the father of Mara.\nQuestion: Going up from Pim as far as the sentences allow, who is the eldest relative?\nA. Mara\nB. Ivo\nC. Ren\nD. Pim\nAnswer: From Pim to Mara, to Ivo, to Ren. The answer is C',
    ].join('\n\n'),
  },
  ancestralTraceHard: {
    eldest: orUnknown(eldest),
    'nth-ancestor': orUnknown(nthAncestor),
    'nth-descendant': orUnknown(nthDescendant),
    distance: kinDistance,
    unknown: 'unknown',
  },
};
