import { APPEAL_REASONS, type AppealRules } from '@shared/domain/appeal';
import {
  APPEAL_MOVE_LABELS,
  APPEAL_REASON_LABELS,
  APPEAL_REASON_NOTES,
  APPEAL_STATE_LABELS,
  EVIDENCE_LABELS,
  MISRATING_LABELS,
} from '@shared/domain/appeal-labels';
import {
  APPEAL_MOVES,
  APPEAL_TABLE,
  type AppealMove,
  type AppealMover,
  appealDiagram,
} from '@shared/domain/appeal-table';
import { ORG_LEVEL_LABELS, saySpan } from '@shared/domain/labels';
import { ORG_LEVELS } from '@shared/domain/organization';
import type { Span } from '@shared/domain/working-time';
import type { Clause } from '@shared/kernel/clause';
import type { PolicyProfile } from '@shared/policy/profile';
import { documentWith, sayBases, sayOfPlaces, tableOf } from '../support/document-blocks';

const MOVER_LABELS: Readonly<Record<AppealMover, string>> = {
  ...{ rated: '被评价的工作人员', unit: '单位责任人员', reviewer: '复核局的监督人员', city: '市局的监督人员' },
  ...{ rater: '评价人', clock: '定时任务' },
};

const moveRow = (move: AppealMove): readonly string[] => {
  const rows = APPEAL_TABLE.filter((row) => row.move === move);
  const from = rows.map((row) => APPEAL_STATE_LABELS[row.from]).join('、');
  const to = [...new Set(rows.map((row) => (row.to === row.from ? '不变' : APPEAL_STATE_LABELS[row.to])))].join('、');
  const by = [...new Set(rows.map((row) => MOVER_LABELS[row.by]))].join('、');
  return [APPEAL_MOVE_LABELS[move], by, from, to, sayBases(({ appeal }) => appeal.moveBasis[move])];
};

const SPANS = {
  unitWithin: '单位审核',
  insistWithin: '单位不同意的，本人坚持',
  reviewWithin: '复核',
  supplementWithin: '退回补充',
  secondWithin: '第二人确认',
  reportWithin: '报市修正',
  correctWithin: '市里修正',
  objectWithin: '评价人提出异议',
  renewWithin: '凭新证据再次申诉',
} as const satisfies {
  readonly [K in keyof AppealRules as AppealRules[K] extends Clause<Span | null> ? K : never]: string;
};

const spanRow = ([key, name]: [string, string]): readonly string[] => {
  const clauseIn = ({ appeal }: PolicyProfile): Clause<Span | null> => appeal[key as keyof typeof SPANS];
  const sayIn = (place: PolicyProfile) => {
    const { value } = clauseIn(place);
    return value ? saySpan(value) : '没有这一步';
  };
  return [name, sayOfPlaces(sayIn, ' '), sayBases((place) => clauseIn(place).basis)];
};

const routeRow = (level: (typeof ORG_LEVELS)[number]): readonly string[] => [
  ORG_LEVEL_LABELS[level],
  sayOfPlaces(({ appeal }) => (appeal.reviewedBy[level].value === 'county' ? '县级局' : '同级局')),
  sayBases(({ appeal }) => appeal.reviewedBy[level].basis),
];

const reasonRow = (reason: (typeof APPEAL_REASONS)[number]): readonly string[] => [
  APPEAL_REASON_LABELS[reason],
  APPEAL_REASON_NOTES[reason],
  sayOfPlaces(({ appeal }) => MISRATING_LABELS[appeal.reasons[reason].value.kind]),
  sayOfPlaces(({ appeal }) => appeal.reasons[reason].value.evidence.map((kind) => EVIDENCE_LABELS[kind]).join('、')),
];

const BLOCKS: Readonly<Record<string, string>> = {
  diagram: `\`\`\`mermaid\n${appealDiagram({ state: (state) => APPEAL_STATE_LABELS[state], move: (move) => APPEAL_MOVE_LABELS[move] })}\n\`\`\``,
  moves: tableOf(['操作', '谁', '从', '到', '依据'], APPEAL_MOVES.map(moveRow)),
  routes: tableOf(['被评价的单位', '由谁复核', '依据'], ORG_LEVELS.map(routeRow)),
  reasons: tableOf(['理由', '什么情况', '性质', '要哪样证据（一样就够）'], APPEAL_REASONS.map(reasonRow)),
  spans: tableOf(['什么', '多少', '依据'], Object.entries(SPANS).map(spanRow)),
};

it('docs/appeals.md 里的图和表，就是代码和规定里的（RENEW=1 再运行一次，写成新的）', () => {
  const { now, wanted } = documentWith('appeals.md', BLOCKS);
  expect(now).toBe(wanted);
});

it('图上有每一步改变状态的路', () => {
  for (const { from, to, move } of APPEAL_TABLE.filter((row) => row.from !== row.to)) {
    expect(BLOCKS.diagram).toContain(`  ${from} --> ${to}: ${APPEAL_MOVE_LABELS[move]}`);
  }
});
