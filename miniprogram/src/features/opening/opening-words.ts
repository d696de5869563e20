import { OPENING_PURPOSES } from '@shared/domain/identity';
import { OPENING_PURPOSE_LABELS } from '@shared/domain/identity-labels';
import { PRIVACY } from '@shared/policy/privacy';
import type { Output } from '../../api/actions';

export type Opening = Output<'opening.list'>['items'][number];

/** 24小时 */
export const HOLDS = `${PRIVACY.openingHolds.value.count}小时`;

export const STATE_WORDS: Readonly<Record<Opening['state'], string>> = {
  awaitingSecond: '等待另一人同意',
  granted: '已同意',
  denied: '不同意',
  lapsed: '已过期',
};

const NOTES: Readonly<Record<(typeof OPENING_PURPOSES)[number], string>> = {
  followUp: '核实发生了什么，告知怎样处理',
  review: '有人对评价或处理结果提出申诉',
  dispute: '有人说这条评价不是本人作出的',
};

export const PURPOSE_CHOICES = OPENING_PURPOSES.map((value) => ({
  value,
  title: OPENING_PURPOSE_LABELS[value],
  note: NOTES[value],
}));
