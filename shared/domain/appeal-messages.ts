import { type Instant, sayMoment } from '../kernel/time';
import type { Appeal } from './appeal';
import { APPEAL_REASON_LABELS } from './appeal-labels';
import type { AppealInput } from './appeal-moves';
import { scrub } from './scrub';
import type { Subject } from './subject';

export type AppealAddressee = 'rated' | 'unit' | 'bureau' | 'upper' | 'city' | 'rater';
type Message = { readonly to: AppealAddressee; readonly text: string };

const by = (dueAt: Instant | null | undefined): string => (dueAt == null ? '及时' : `在${sayMoment(dueAt)}前`);

const sentTo = (appeal: Appeal, which: string): Message =>
  appeal.unitId === null
    ? { to: 'bureau', text: `${which}，请${by(appeal.dueAt)}复核。` }
    : { to: 'unit', text: `${which}，请${by(appeal.dueAt)}核实并写明单位意见。` };

/** Granted for the first time, the rater hears that his words are not adopted, why, and what he can do. */
const granted = (appeal: Appeal, which: string, words: string, names: Subject['names']): readonly Message[] =>
  appeal.objection
    ? [
        { to: 'rated', text: `${which}经再次复核，维持采纳。` },
        { to: 'rater', text: `您对${names.unit}的评价，异议经另行复核，维持不予采纳。理由：${words}` },
      ]
    : [
        { to: 'rated', text: `${which}经复核采纳，这条评价不予采纳，不计入统计。理由：${scrub(words)}` },
        { to: 'unit', text: `${which}经复核采纳，差评工单终止。` },
        {
          to: 'rater',
          text: `您对${names.unit}的评价，经两人复核不予采纳，不计入统计。理由：${words}。您不同意的，可以${by(appeal.answerBy?.dueAt)}在评价进度里提出一次异议。`,
        },
      ];

/** The city that was asked to correct, or has, is asked to put it back. */
const reversed = ({ reportedTo }: Appeal, which: string, names: Subject['names']): readonly Message[] => {
  const told: readonly Message[] = [
    { to: 'unit', text: `${which}因评价人的异议成立，这条评价恢复有效，差评工单继续办理。` },
    { to: 'rater', text: `您对${names.unit}的评价，异议成立，评价恢复有效，反映的问题继续办理。` },
  ];
  if (reportedTo === null) return told;
  return [...told, { to: 'city', text: `${which}的裁定已经撤销，原报送的修正请恢复。` }];
};

const denied = (appeal: Appeal, which: string, words: string, names: Subject['names']): readonly Message[] => [
  { to: 'rated', text: `${which}经复核驳回，这条评价有效。理由：${scrub(words)}` },
  ...(appeal.objection ? reversed(appeal, which, names) : []),
];

const escalated = (appeal: Appeal, which: string): readonly Message[] => {
  // Elsewhere it stays where it is and is looked at no more.
  const isPassedOn = appeal.nextAt !== null;
  if (isPassedOn) {
    return [
      { to: 'bureau', text: `${which}，单位逾期没有意见，请${by(appeal.dueAt)}复核。` },
      { to: 'rated', text: `${which}，单位逾期没有意见，已经直接送复核。` },
    ];
  }
  return [{ to: appeal.state === 'reportedUp' ? 'city' : 'upper', text: `${which}已超过办理期限，请督促。` }];
};

/**
 * Whom a step of an appeal tells, and what: what to do next and by when. The rater hears of decisions alone, the clerk never who
 * rated and no number in others' words (`told-rating.ts`), nobody who decided.
 */
export const appealMessagesOf = (
  appeal: Appeal,
  input: AppealInput | { readonly move: 'file' },
  { names }: Pick<Subject, 'names'>,
): readonly Message[] => {
  const which = `申诉${appeal.appealNo}（${names.center}${names.window}）`;
  const words = appeal.decision?.ruling.words ?? '';
  const to = (addressee: AppealAddressee, text: string): Message => ({ to: addressee, text });
  switch (input.move) {
    case 'file':
    case 'renew':
      return [sentTo(appeal, `${which}，理由是${APPEAL_REASON_LABELS[appeal.reason]}`)];
    case 'endorse':
      return [
        to('bureau', `${which}，单位同意报送，请${by(appeal.dueAt)}复核。`),
        to('rated', `${which}，单位已同意报送，等待复核。`),
      ];
    case 'refuse':
      return [
        to('rated', `${which}，单位不同意报送：${scrub(input.words)}。您可以${by(appeal.dueAt)}坚持申诉，逾期失效。`),
      ];
    case 'insist':
      return [to('bureau', `${which}，单位不同意而本人坚持，请${by(appeal.dueAt)}复核。`)];
    case 'supplement':
      return [to(appeal.state === 'awaitingUnit' ? 'unit' : 'bureau', `${which}补充了材料，请查看。`)];
    case 'returnForEvidence':
      return [to('rated', `${which}需要补充：${scrub(input.words)}。请${by(appeal.dueAt)}补充，逾期失效。`)];
    case 'proposeGrant':
    case 'proposeDenial':
      return [to('bureau', `${which}已提出裁定，请另一位监督人员${by(appeal.dueAt)}确认。`)];
    case 'disagree':
      return [to('bureau', `${which}，第二人不同意裁定：${input.words}。请${by(appeal.dueAt)}重新复核。`)];
    case 'confirmGrant':
      return granted(appeal, which, words, names);
    case 'confirmDenial':
      return denied(appeal, which, words, names);
    case 'reportUp':
      return [to('city', `${which}经核实采纳，报请修正，请${by(appeal.dueAt)}答复。`)];
    case 'confirmCorrection':
      return [to('bureau', `${which}，市里已确认修正。`), to('rated', `${which}，市里已确认修正。`)];
    case 'declineCorrection':
      return [to('bureau', `${which}，市里不予修正：${input.words}。请${by(appeal.dueAt)}处理。`)];
    case 'object':
      return [
        to('bureau', `${which}，评价人提出异议，请没有参与原裁定的人${by(appeal.dueAt)}复核。`),
        to('rated', `${which}，评价人提出异议，将另行复核；您可以补充材料。`),
      ];
    case 'escalate':
      return escalated(appeal, which);
    case 'lapse':
      return [to('rated', `${which}到期没有答复，已经失效。`)];
    default:
      return [];
  }
};
