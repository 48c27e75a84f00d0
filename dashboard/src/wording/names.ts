import { wording } from './wording.ts';

/** Words for names that the program uses: axes and values. */
export const names = wording(
  {
    'axis.askedTokens': 'Length (tokens)',
    'axis.depthPercent': 'Depth',
    'axis.needles': 'Needles',
    'axis.hops': 'Hops',
    'axis.language': 'Language',
    'axis.question': 'Question',
    'axis.position': 'Question position',
    'axis.repeat': 'Repeat',
    'value.true': 'yes',
    'value.false': 'no',
  },
  {
    'axis.askedTokens': '长度（词元）',
    'axis.depthPercent': '深度',
    'axis.needles': '针数',
    'axis.hops': '跳数',
    'axis.language': '语言',
    'axis.question': '问题类型',
    'axis.position': '问题位置',
    'axis.repeat': '重复',
    'value.true': '是',
    'value.false': '否',
  },
);
