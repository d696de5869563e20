import type * as administration from '@shared/contracts/administration';
import type * as appeal from '@shared/contracts/appeal';
import type * as audit from '@shared/contracts/audit';
import type * as citizen from '@shared/contracts/citizen';
import type * as clerk from '@shared/contracts/clerk';
import type * as clue from '@shared/contracts/clue';
import type { InputOf, OutputOf } from '@shared/contracts/contract';
import type * as deputy from '@shared/contracts/deputy';
import type * as figures from '@shared/contracts/figures';
import type * as identity from '@shared/contracts/identity';
import type * as notice from '@shared/contracts/notice';
import type * as objection from '@shared/contracts/objection';
import type * as opening from '@shared/contracts/opening';
import type * as report from '@shared/contracts/report';
import type * as shift from '@shared/contracts/shift';
import type * as staff from '@shared/contracts/staff';
import type * as supervision from '@shared/contracts/supervision';
import type * as ticket from '@shared/contracts/ticket';
import type * as lists from '@shared/contracts/ticket-lists';
import type * as verdict from '@shared/contracts/verdict';
import type * as wxopen from '@shared/contracts/wxopen';

type ByName<Module> = {
  [K in keyof Module as Module[K] extends { readonly name: infer N extends string } ? N : never]: Module[K];
};
type CitizenActions = ByName<typeof verdict> &
  ByName<typeof objection> &
  ByName<typeof report> &
  ByName<typeof citizen> &
  ByName<typeof identity> &
  ByName<typeof notice>;
type OpenActions = ByName<Pick<typeof wxopen, 'makeWindowCode'>>;
type StaffActions = ByName<typeof supervision> &
  ByName<typeof ticket> &
  ByName<typeof lists> &
  ByName<typeof clerk> &
  ByName<typeof appeal> &
  ByName<typeof clue> &
  ByName<typeof deputy> &
  ByName<typeof opening> &
  ByName<typeof shift> &
  ByName<typeof staff> &
  ByName<typeof administration> &
  ByName<typeof audit> &
  ByName<typeof figures>;
type Actions = CitizenActions & StaffActions & OpenActions;

export type ActionName = keyof Actions;
export type Input<N extends ActionName> = InputOf<Actions[N]>;
export type Output<N extends ActionName> = OutputOf<Actions[N]>;

type Doors = { readonly [N in keyof CitizenActions]: 'citizen' } & { readonly [N in keyof StaffActions]: 'staff' } & {
  readonly [N in keyof OpenActions]: 'wxopen';
};
export type Door = Doors[ActionName];

/** Which door each action stands at. Only the types of the contracts are used here: their schemas stay in the cloud. */
export const DOORS: Doors = {
  'window.open': 'citizen',
  'rating.submit': 'citizen',
  'photo.add': 'citizen',
  'rating.mine': 'citizen',
  'rating.show': 'citizen',
  'message.mine': 'citizen',
  'rating.judge': 'citizen',
  'rating.followOn': 'citizen',
  'rating.change': 'citizen',
  'rating.object': 'citizen',
  'retaliation.report': 'citizen',
  'retaliation.mine': 'citizen',
  'notice.mine': 'citizen',
  'notice.grant': 'citizen',
  'notice.stop': 'citizen',
  'identity.mine': 'citizen',
  'identity.provePhone': 'citizen',
  'identity.proveNumber': 'citizen',
  'identity.startFace': 'citizen',
  'identity.finishFace': 'citizen',
  'identity.startProvince': 'citizen',
  'identity.finishProvince': 'citizen',
  'consent.withdraw': 'citizen',
  'data.export': 'citizen',
  'data.erase': 'citizen',
  'rating.readers': 'citizen',
  'identity.open': 'staff',
  'opening.request': 'staff',
  'opening.list': 'staff',
  'opening.decide': 'staff',
  'ticket.list': 'staff',
  'ticket.overdue': 'staff',
  'ticket.clusters': 'staff',
  'ticket.alike': 'staff',
  'ticket.show': 'staff',
  'ticket.move': 'staff',
  'ticket.units': 'staff',
  'message.unit': 'staff',
  'quarantine.list': 'staff',
  'quarantine.release': 'staff',
  'quarantine.keep': 'staff',
  'report.list': 'staff',
  'report.show': 'staff',
  'report.close': 'staff',
  'clue.transfer': 'staff',
  'clue.states': 'staff',
  'clue.list': 'staff',
  'clue.show': 'staff',
  'clue.acknowledge': 'staff',
  'absence.show': 'staff',
  'staff.setAbsence': 'staff',
  'liaison.deputize': 'staff',
  'staff.me': 'staff',
  'rating.ofMe': 'staff',
  'appeal.mine': 'staff',
  'appeal.showMine': 'staff',
  'statement.give': 'staff',
  'appeal.file': 'staff',
  'appeal.answer': 'staff',
  'appeal.list': 'staff',
  'appeal.show': 'staff',
  'appeal.move': 'staff',
  'shift.show': 'staff',
  'shift.start': 'staff',
  'shift.end': 'staff',
  'staff.list': 'staff',
  'staff.invite': 'staff',
  'staff.bind': 'staff',
  'staff.unbind': 'staff',
  'staff.leave': 'staff',
  'liaison.handOver': 'staff',
  'role.grant': 'staff',
  'role.revoke': 'staff',
  'code.image': 'wxopen',
  'window.list': 'staff',
  'window.replaceCode': 'staff',
  'window.revokeCode': 'staff',
  'window.restoreCode': 'staff',
  'audit.list': 'staff',
  'audit.readers': 'staff',
  'audit.verify': 'staff',
  'appeal.statistics': 'staff',
  'figures.rebuild': 'staff',
};
