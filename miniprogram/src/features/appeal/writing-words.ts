import { APPEAL_MOVE_LABELS } from '@shared/domain/appeal-labels';
import { saySpan } from '@shared/domain/labels';
import type { PolicyProfile } from '@shared/policy/profile';
import type { Writing } from './appeal-draft';
import type { Doing } from './use-appealing';

export const DOING_LABELS: Readonly<Record<Doing, string>> = {
  file: '提出申诉',
  renew: APPEAL_MOVE_LABELS.renew,
  supplement: APPEAL_MOVE_LABELS.supplement,
  insist: APPEAL_MOVE_LABELS.insist,
  withdraw: APPEAL_MOVE_LABELS.withdraw,
};

/** The one text that each asks for. */
export const WORDS_OF: Readonly<Record<Writing, { readonly label: string; readonly placeholder: string }>> = {
  file: { label: '情况和理由', placeholder: '当时办的什么事，为什么说评错了，怎样查证' },
  renew: { label: '新的情况和理由', placeholder: '有什么新证据，说明什么' },
  supplement: { label: '补充的情况', placeholder: '补充了什么，说明什么' },
  insist: { label: '坚持的理由', placeholder: '为什么不同意单位的意见' },
};

/** What follows, before it is sent. */
export const AFTERWARDS: Readonly<Record<Writing, string>> = {
  file: '提交以后不能修改，决定以前可以补充材料，也可以撤回。',
  renew: '只能再次申诉一次，提交以后不能修改。',
  supplement: '提交以后不能修改；复核的人会看到。',
  insist: '您的申诉和单位的意见一起送复核。',
};

/** Said on the page when it is done. */
export const DONE_WORDS: Readonly<Record<Doing, string>> = {
  file: '申诉已提出。',
  renew: '已再次申诉。',
  supplement: '材料已补充。',
  insist: '已坚持申诉，送复核。',
  withdraw: '申诉已撤回。',
};

/** 怎样办理, in one paragraph, with the days that hold in this place. */
export const sayCourse = ({ unitWithin, insistWithin, reviewWithin }: PolicyProfile['appeal']): string =>
  `先由您的单位在 ${saySpan(unitWithin.value)}内写明意见，没有意见的直接往上送；单位不同意的，您可以在 ${saySpan(insistWithin.value)}内坚持。再由政务服务数据管理局在 ${saySpan(reviewWithin.value)}内复核，一人提出裁定，另一人确认。决定和理由告诉您和评价人。`;
