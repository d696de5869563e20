import { VERDICT_LABELS } from '@shared/domain/labels';
import {
  CAUSE_LABELS,
  CONTACT_OUTCOME_LABELS,
  FINDING_LABELS,
  HANDLING_FLAG_LABELS,
} from '@shared/domain/ticket-labels';
import { sayDay, sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { Notice } from '../../components/notice';
import { PhotoStrip } from '../rating/photo-strip';
import type { Ticket } from './move-draft';

type Handling = Ticket['handling'];
type Props = { readonly handling: Handling };

/** 请审核人留意 */
export const Flags = ({ handling: { flags } }: Props) =>
  flags.length === 0 ? null : (
    <Notice id="flags" tone="warn">
      <View>请审核人留意：</View>
      {flags.map((flag) => (
        <View key={flag}>{HANDLING_FLAG_LABELS[flag]}</View>
      ))}
    </Notice>
  );

const EXTENSION_WORDS = { asked: '等待答复', granted: '已同意', denied: '不同意' } as const;

const withNote = (words: string, note: string): string => (note === '' ? words : `${words}：${note}`);

type Line = { readonly name: string; readonly text: string };

/** 情况说明 of the clerk, or until when he was asked for it. */
const statementLines = ({ statement }: Handling): readonly Line[] => {
  if (!statement) return [];
  const { words, dueAt } = statement;
  const asked = dueAt === null ? '已请工作人员说明，等待填写' : `已请工作人员说明，${sayMoment(dueAt)} 前填写`;
  return [{ name: '情况说明', text: words || asked }];
};

const workLines = ({ attempts, followUp, classification, plan, extension }: Handling): readonly Line[] => [
  ...attempts.map(({ at, outcome, note }) => ({
    name: '联系记录',
    text: withNote(`${sayMoment(at)} ${CONTACT_OUTCOME_LABELS[outcome]}`, note),
  })),
  ...(followUp
    ? [
        { name: '核实结论', text: withNote(FINDING_LABELS[followUp.finding], followUp.note) },
        { name: '回访', text: followUp.reached ? '已联系上评价人' : '没有联系上评价人' },
      ]
    : []),
  ...(classification
    ? [
        {
          name: '研判',
          text: `${CAUSE_LABELS[classification.cause]}，${classification.isComplex ? '复杂问题' : '一般问题'}`,
        },
      ]
    : []),
  ...(plan ? [{ name: '整改方案', text: plan }] : []),
  ...(extension
    ? [
        {
          name: '延期',
          text: `${extension.days} 个工作日，${EXTENSION_WORDS[extension.state]}：${extension.reason}`,
        },
      ]
    : []),
];

const linesOf = (handling: Handling): readonly Line[] => [...statementLines(handling), ...workLines(handling)];

/** 整改结果, with what the rater reads. */
const Result = ({ handling: { rectification } }: Props) =>
  rectification && (
    <View id="result">
      <Fact name="提交日期">{sayDay(rectification.on)}</Fact>
      <Fact name="整改措施">{rectification.measures}</Fact>
      <Fact name="答复">{rectification.reply}</Fact>
      <PhotoStrip urls={rectification.photoUrls} />
    </View>
  );

/** 办理情况 so far. */
export const HandlingCard = ({ handling }: Props) => {
  const lines = linesOf(handling);
  if (lines.length === 0 && handling.rectification === null) return null;
  return (
    <Card id="handling" heading="办理情况">
      {lines.map(({ name, text }, index) => (
        // Nothing of it has a name of its own, and nothing changes its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: the same may have been done twice.
        <Fact key={index} name={name}>
          {text}
        </Fact>
      ))}
      <Result handling={handling} />
    </Card>
  );
};

type VerdictProps = Props & { readonly followOn: string | null };

/** 评定 and 追评, in the rater's words. */
export const VerdictCard = ({ handling: { verdict, reopenings }, followOn }: VerdictProps) =>
  verdict === null && followOn === null ? null : (
    <Card id="verdict" heading="评价人怎么说">
      {verdict && (
        <Fact name="评定">{withNote(`${sayDay(verdict.on)} ${VERDICT_LABELS[verdict.level]}`, verdict.words)}</Fact>
      )}
      {reopenings > 0 && <Fact name="重新办理">{reopenings} 次</Fact>}
      {followOn !== null && <Fact name="追评">{followOn}</Fact>}
    </Card>
  );
