import type { PlaceId } from '@shared/domain/organization';
import { orgsWhere, type Role } from '@shared/domain/role';
import type { Directory } from './organizations';

/** Somebody whose phone the visitor of the demo page may hold. */
export type Persona = {
  readonly openid: string;
  readonly role: Role | 'citizen';
  readonly place: PlaceId;
  readonly name: string;
  readonly unit: string;
  /** What there is to see for him, in one line. */
  readonly about: string;
  /** The screen that opens first. */
  readonly home: string;
  readonly staffId: string | null;
  /** Always offered; the others are once a window is scanned whose bad ratings they answer for. */
  readonly listed: boolean;
};

/** A WeChat account bound to a member of staff. An openid needs a letter: the SDK reads digits alone as a number. */
export type Account = Pick<Persona, 'openid' | 'about'> & { readonly staffId: string };

const ABOUT = '办理扫过的那个窗口的差评工单';

const citizen = (openid: string, place: PlaceId, name: string, unit: string, about: string): Persona => ({
  openid,
  role: 'citizen',
  place,
  name,
  unit,
  about,
  home: '/pages/mine/index',
  staffId: null,
  listed: true,
});

export const CITIZENS: readonly Persona[] = [
  citizen(
    'demo-citizen-1',
    'taiqian',
    '王女士',
    '台前县群众',
    '在县里办过几件事；有一件差评改好了，等她评定；另有一件经申诉不予采纳，她可以提出异议',
  ),
  citizen(
    'demo-citizen-2',
    'chaozhou',
    '陈先生',
    '潮州市群众',
    '替公司办过执照；有一件差评改好了，等他评定；另有一件经申诉不予采纳，他可以提出异议',
  ),
  citizen('demo-citizen-3', 'taiqian', '林阿姨', '两地都办过事', '68岁，可以在“我的”里替她打开长辈模式'),
];

/** Whose agreement the first one needs before he opens a rater's full identity. */
const secondSupervisor = (area: string, place: string, bureauId: string): Account => ({
  openid: `demo-second-supervisor-${place}`,
  staffId: `supervisor-${bureauId}-2`,
  about: `${area}的另一位监督人员：别人申请查看完整身份、提出申诉裁定，由他同意或不同意`,
});

/** 三员 of one bureau: what one of them can do the other two cannot. */
const administratorsOf = (area: string, place: string, bureauId: string): readonly Account[] => [
  {
    openid: `demo-system-admin-${place}`,
    staffId: `systemAdmin-${bureauId}`,
    about: `管${area}的人员绑定、责任人员交接和窗口码，不能授权，看不到工单和评价人`,
  },
  {
    openid: `demo-security-admin-${place}`,
    staffId: `securityAdmin-${bureauId}`,
    about: `给${area}的人员授予和收回角色，不能给自己授权，看不到工单和评价人`,
  },
  {
    openid: `demo-audit-admin-${place}`,
    staffId: `auditAdmin-${bureauId}`,
    about: '查看审计日志、核对链条，看谁读得多，自己什么也改不了',
  },
];

/** Who receives what a supervisor transfers. */
const disciplineOfficer = (area: string, place: string, bureauId: string): Account => ({
  openid: `demo-discipline-officer-${place}`,
  staffId: `disciplineOfficer-${bureauId}`,
  about: `接收${area}监督人员转交的线索，只回复已受理、已处理；看不到工单和评价人`,
});

export const ACCOUNTS: readonly Account[] = [
  {
    openid: 'demo-clerk-taiqian',
    staffId: 'clerk-tq03',
    about: '看自己的评价情况，对差评说明情况、提出申诉；看不到谁评价',
  },
  {
    openid: 'demo-liaison-taiqian-unit',
    staffId: 'liaison-tq-insurance',
    about: '签收、回访、整改本单位的差评工单，审核本单位人员的申诉',
  },
  {
    openid: 'demo-liaison-taiqian-town',
    staffId: 'liaison-tq100-gov',
    about: '签收、回访、整改镇和所辖各村的差评工单',
  },
  {
    openid: 'demo-supervisor-taiqian',
    staffId: 'supervisor-tq-bureau',
    about: '派单、审核、督办全县的差评工单，两人复核申诉，转交线索',
  },
  {
    openid: 'demo-clerk-chaozhou',
    staffId: 'clerk-cz04',
    about: '看自己的评价情况，对差评说明情况、提出申诉；看不到谁评价',
  },
  {
    openid: 'demo-liaison-chaozhou-unit',
    staffId: 'liaison-cz-market',
    about: '签收、回访、整改本单位的差评工单，审核本单位人员的申诉',
  },
  { openid: 'demo-liaison-chaozhou-town', staffId: 'liaison-xq007-gov', about: '签收、回访、整改街道窗口的差评工单' },
  {
    openid: 'demo-supervisor-xiangqiao',
    staffId: 'supervisor-xq-bureau',
    about: '派单、审核、督办全区的差评工单，两人复核申诉',
  },
  {
    openid: 'demo-supervisor-chaozhou',
    staffId: 'supervisor-cz-bureau',
    about: '派单、审核、督办市本级的差评工单，两人复核申诉',
  },
  {
    openid: 'demo-supervisor-puyang',
    staffId: 'supervisor-py-bureau',
    about: '确认台前县报送的修正，查看台前县群众反映的打击报复',
  },
  secondSupervisor('台前县', 'taiqian', 'tq-bureau'),
  secondSupervisor('湘桥区', 'xiangqiao', 'xq-bureau'),
  secondSupervisor('潮州市', 'chaozhou', 'cz-bureau'),
  {
    openid: 'demo-second-supervisor-puyang',
    staffId: 'supervisor-py-bureau-2',
    about: '濮阳市的另一位监督人员：台前县评价人提出的异议，由两位一起裁定',
  },
  ...administratorsOf('台前县', 'taiqian', 'tq-bureau'),
  ...administratorsOf('潮州市', 'chaozhou', 'cz-bureau'),
  disciplineOfficer('台前县', 'taiqian', 'tq-bureau'),
  disciplineOfficer('潮州市', 'chaozhou', 'cz-bureau'),
];

const HOMES: Readonly<Record<Role, string>> = {
  clerk: '/pages/me/index',
  liaison: '/staff/tickets/index',
  supervisor: '/staff/tickets/index',
  disciplineOfficer: '/staff/clues/index',
  systemAdmin: '/administration/staff/index',
  securityAdmin: '/administration/roles/index',
  auditAdmin: '/administration/audit/index',
};

/** An account for everybody else who handles tickets, so that each window's bad rating can be followed. */
export const accountsOf = ({ staff }: Directory, named: readonly Account[]): readonly Account[] => {
  const others = staff.filter(
    (member) => orgsWhere(member, 'ticket.read').length > 0 && !named.some(({ staffId }) => staffId === member._id),
  );
  return [...named, ...others.map(({ _id }) => ({ openid: `demo-${_id}`, staffId: _id, about: ABOUT }))];
};

/** The directory with these accounts bound to their staff. */
export const withAccounts = (
  directory: Directory,
  accounts: readonly Account[],
  accountRef: (openid: string) => string,
): Directory => ({
  ...directory,
  staff: directory.staff.map((member) => {
    const account = accounts.find(({ staffId }) => staffId === member._id);
    return account ? { ...member, accountRef: accountRef(account.openid) } : member;
  }),
});

/** Throws when the directory lacks the member of staff or his unit. */
export const officials = ({ orgs, staff }: Directory, accounts: readonly Account[]): readonly Persona[] =>
  accounts.map(({ openid, staffId, about }) => {
    const member = staff.find(({ _id }) => _id === staffId);
    const unit = orgs.find(({ _id }) => _id === member?.orgId);
    const role = member?.grants[0]?.role;
    if (!member || !unit || !role) throw new Error(`demo: nobody is ${staffId}`);
    const listed = about !== ABOUT;
    return {
      openid,
      role,
      place: unit.place,
      name: member.name,
      unit: unit.name,
      about,
      home: HOMES[role],
      staffId,
      listed,
    };
  });
