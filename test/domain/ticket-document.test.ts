import { saySpan, TICKET_STATE_LABELS } from '@shared/domain/labels';
import type { TicketRules } from '@shared/domain/ticket';
import { MOVE_LABELS } from '@shared/domain/ticket-labels';
import { diagramOf, type Mover, TICKET_MOVES, TICKET_TABLE, type TicketMove } from '@shared/domain/ticket-table';
import type { Span } from '@shared/domain/working-time';
import type { Clause } from '@shared/kernel/clause';
import type { PolicyProfile } from '@shared/policy/profile';
import { documentWith, sayBases, sayOfPlaces, tableOf } from '../support/document-blocks';

const MOVER_LABELS: Readonly<Record<Mover, string>> = {
  ...{ handler: '办理的人', supervisor: '监督人员', rated: '被评价的工作人员', rater: '评价人', clock: '定时任务' },
  ruling: '申诉的裁定',
};

const moveRow = (move: TicketMove): readonly string[] => {
  const rows = TICKET_TABLE.filter((row) => row.move === move);
  const from = rows.map((row) => TICKET_STATE_LABELS[row.from]).join('、');
  const to = [...new Set(rows.map((row) => (row.to === row.from ? '不变' : TICKET_STATE_LABELS[row.to])))].join('、');
  const by = [...new Set(rows.map((row) => MOVER_LABELS[row.by]))].join('、');
  return [MOVE_LABELS[move], by, from, to, sayBases(({ ticket }) => ticket.moveBasis[move])];
};

const SPANS = {
  dispatchWithin: '派单',
  acceptWithin: '签收并联系评价人',
  rectifyWithin: '整改',
  rectifyComplexWithin: '整改（复杂问题，重新办理的也是）',
  rectifyAgainWithin: '退回后补正',
  verifyWithin: '审核',
  verdictWithin: '评价人评定',
  statementWithin: '被评价的工作人员说明情况',
  appealWithin: '被评价的工作人员申诉',
  extendAtMost: '延期至多',
  escalateAfter: '超期上报的间隔',
} as const satisfies { readonly [K in keyof TicketRules as TicketRules[K] extends Clause<Span> ? K : never]: string };

const spanRow = ([key, name]: [string, string]): readonly string[] => {
  const clauseIn = ({ ticket }: PolicyProfile) => ticket[key as keyof typeof SPANS];
  return [
    name,
    sayOfPlaces((place) => saySpan(clauseIn(place).value), ' '),
    sayBases((place) => clauseIn(place).basis),
  ];
};

const countRow = (name: string, sayIn: (rules: TicketRules) => Clause<string>): readonly string[] => [
  name,
  sayOfPlaces(({ ticket }) => sayIn(ticket).value),
  sayBases(({ ticket }) => sayIn(ticket).basis),
];

const BLOCKS: Readonly<Record<string, string>> = {
  diagram: `\`\`\`mermaid\n${diagramOf({ state: (state) => TICKET_STATE_LABELS[state], move: (move) => MOVE_LABELS[move] })}\n\`\`\``,
  moves: tableOf(['操作', '谁', '从', '到', '依据'], TICKET_MOVES.map(moveRow)),
  spans: tableOf(
    ['什么', '多少', '依据'],
    [
      ...Object.entries(SPANS).map(spanRow),
      countRow('联系不上', ({ unreachableAfter: { value, basis } }) => ({
        ...{ value: `${value.days} 天里 ${value.count} 次`, basis },
      })),
      countRow('转办至多', ({ redirectsAtMost: { value, basis } }) => ({ value: `${value} 次`, basis })),
      countRow('重新办理至多', ({ reopeningsAtMost: { value, basis } }) => ({ value: `${value} 次`, basis })),
    ],
  ),
};

it('docs/tickets.md 里的图、操作表和时限表，就是代码和规定里的（RENEW=1 再运行一次，写成新的）', () => {
  const { now, wanted } = documentWith('tickets.md', BLOCKS);
  expect(now).toBe(wanted);
});

it('the diagram shows every way from one state to another, and every state that can be reached', () => {
  const { diagram = '' } = BLOCKS;
  for (const { from, to, move } of TICKET_TABLE.filter((row) => row.from !== row.to)) {
    expect(diagram).toContain(`  ${from} --> ${to}: ${MOVE_LABELS[move]}`);
  }
  for (const state of new Set(TICKET_TABLE.flatMap(({ from, to }) => [from, to]))) {
    expect(diagram).toContain(`  ${state}: ${TICKET_STATE_LABELS[state]}`);
  }
});
