import type { AppealReason, AppealRules } from '@shared/domain/appeal';
import { APPEAL_MOVE_LABELS, APPEAL_REASON_LABELS, MISRATING_LABELS } from '@shared/domain/appeal-labels';
import { saySpan } from '@shared/domain/labels';
import { type ReviewMove, reviewMoves, type Shown } from './review-moves';

type Text = { readonly label: string; readonly placeholder: string; readonly hint?: string };

const BOTH_READ = '评价人和工作人员都会看到，不要写评价人是谁、电话。';

/** The one text that a move asks for. */
export const TEXT_OF: Readonly<Partial<Record<ReviewMove, Text>>> = {
  endorse: { label: '单位意见', placeholder: '核实到什么，依据是什么', hint: '工作人员会看到，评价人看不到。' },
  refuse: { label: '不同意的理由', placeholder: '核实到什么，为什么不同意', hint: '工作人员会看到，评价人看不到。' },
  returnForEvidence: { label: '还要补充什么', placeholder: '哪一点还没有证据，要什么证据' },
  proposeGrant: { label: '裁定理由', placeholder: '核实到什么，为什么认定', hint: BOTH_READ },
  proposeDenial: { label: '裁定理由', placeholder: '核实到什么，为什么评价有效', hint: BOTH_READ },
  disagree: {
    label: '不同意的理由',
    placeholder: '哪里还不清楚，应当怎样认定',
    hint: '复核机构和单位会看到，工作人员和评价人看不到。',
  },
  reportUp: { label: '报送说明（可不填）', placeholder: '请市里修正什么' },
  confirmCorrection: { label: '答复说明（可不填）', placeholder: '怎样修正的' },
  declineCorrection: { label: '不予修正的理由', placeholder: '为什么不予修正' },
};

/** Where words may be left out. */
export const NEEDS_NO_WORDS: readonly ReviewMove[] = ['reportUp', 'confirmCorrection'];

/** On the bar, where three have to stand side by side. */
export const BAR_LABELS: Readonly<Record<ReviewMove, string>> = {
  ...APPEAL_MOVE_LABELS,
  returnForEvidence: '退回',
  disagree: '不同意',
};

/** 误触等级（误评） */
export const sayReason = (reason: AppealReason, { reasons }: AppealRules): string =>
  `${APPEAL_REASON_LABELS[reason]}（${MISRATING_LABELS[reasons[reason].value.kind]}）`;

const sayConfirmed = (move: 'confirmGrant' | 'confirmDenial', { appeal }: Shown, rules: AppealRules): string => {
  const isAgain = appeal.objection !== null;
  if (move === 'confirmGrant') {
    return isAgain
      ? '确认以后，维持不予采纳；评价人会收到答复，不能再提异议。'
      : `确认以后，这条评价不予采纳，不计入统计；差评工单终止；评价人会收到通知和理由，可以在 ${saySpan(rules.objectWithin.value)}内提出一次异议。`;
  }
  return isAgain
    ? '确认以后，评价人的异议成立，这条评价恢复有效，差评工单继续办理。'
    : `确认以后，这条评价有效，照常统计，工单继续办理；工作人员会看到理由，可以在 ${saySpan(rules.renewWithin.value)}内凭新证据再次申诉。`;
};

/** What follows from a move, before it is made. */
export const sayEffect = (move: ReviewMove, shown: Shown, rules: AppealRules): string => {
  const { bureau } = shown.appeal;
  switch (move) {
    case 'endorse':
      return `同意以后，送${bureau}复核。`;
    case 'refuse':
      return `工作人员可以在 ${saySpan(rules.insistWithin.value)}内坚持申诉；坚持的，照样送${bureau}复核。`;
    case 'returnForEvidence':
      return `工作人员会看到您写的，须在 ${saySpan(rules.supplementWithin.value)}内补充；到期不补充的，申诉失效。`;
    case 'proposeGrant':
    case 'proposeDenial':
      return `提出以后，由另一位监督人员在 ${saySpan(rules.secondWithin.value)}内确认，确认了才算数。`;
    case 'confirmGrant':
    case 'confirmDenial':
      return sayConfirmed(move, shown, rules);
    case 'disagree':
      return '拟裁定作废，由监督人员重新复核。';
    case 'reportUp':
      return `市里会收到消息，在 ${saySpan(rules.correctWithin.value)}内答复。`;
    case 'confirmCorrection':
      return '确认以后，报送的监督机构和工作人员会收到消息。';
    case 'declineCorrection':
      return '退回报送的监督机构处理。';
  }
};

/** Said on the page when it is done. */
export const DONE_WORDS: Readonly<Record<ReviewMove, string>> = {
  endorse: '已同意报送，等待复核。',
  refuse: '已答复不同意报送，工作人员会看到理由。',
  returnForEvidence: '已退回补充证据。',
  proposeGrant: '已提出拟采纳，由另一位监督人员确认。',
  proposeDenial: '已提出拟驳回，由另一位监督人员确认。',
  confirmGrant: '已确认采纳，评价人会收到通知和理由。',
  confirmDenial: '已确认驳回，工作人员会看到理由。',
  disagree: '已退回重新复核。',
  reportUp: '已报市修正。',
  confirmCorrection: '已确认修正。',
  declineCorrection: '已答复不予修正。',
};

/** 拟采纳：误触等级（误评） */
export const sayRuling = (ruling: NonNullable<Shown['appeal']['ruling']>, rules: AppealRules): string => {
  const { grants, reason, isExplanation } = ruling;
  if (grants) return reason === null ? '采纳' : `采纳：${sayReason(reason, rules)}`;
  return isExplanation ? '驳回：已作解释说明' : '驳回';
};

/** What is to be done next, in one sentence, for whoever looks. */
export const sayNext = (shown: Shown, rules: AppealRules): string => {
  const { appeal, isOwnRuling } = shown;
  const isMine = reviewMoves(shown).length > 0;
  switch (appeal.state) {
    case 'awaitingUnit':
      return isMine
        ? '请核实，写明单位意见：同意报送，或不同意并说明理由。逾期没有意见的，直接送复核。'
        : '等待单位写明意见；逾期没有意见的，直接送复核。';
    case 'refusedByUnit':
      return '单位没有同意报送，等待工作人员决定是否坚持；到期不答复的，申诉失效。';
    case 'awaitingReview':
      if (!isMine) return `等待${appeal.bureau}复核。`;
      return appeal.objection
        ? '评价人提出了异议。请另行复核，提出拟采纳或拟驳回，由另一位监督人员确认。'
        : '请复核，提出拟采纳或拟驳回，由另一位监督人员确认；证据不够的，退回补充。';
    case 'returned':
      return '已退回，等待工作人员补充证据；到期不补充的，申诉失效。';
    case 'awaitingSecond': {
      const proposed = appeal.ruling ? `拟${sayRuling(appeal.ruling, rules)}。` : '';
      if (isOwnRuling) return `${proposed}这是您提出的，须由另一位监督人员确认，您不能确认自己的裁定。`;
      return isMine
        ? `${proposed}请看全部材料：同意的确认，不同意的写明理由，重新复核。`
        : `${proposed}等待另一位监督人员确认。`;
    }
    case 'granted':
      if (appeal.clock === null) return '已采纳，这条评价不计入统计。';
      return isMine ? '已采纳，请报市里修正。' : '已采纳，等待报市里修正。';
    case 'reportedUp':
      return isMine ? '报请修正，请核实后答复。' : '已报市里修正，等待答复。';
    case 'corrected':
      return '市里已确认修正。';
    case 'denied':
      return '已驳回，这条评价有效。';
    case 'withdrawn':
      return '工作人员撤回了申诉，这条评价有效。';
    case 'lapsed':
      return '工作人员到期没有答复，申诉失效，这条评价有效。';
  }
};
