import type { CaseRow } from '../../cloudfunctions/demo/cases';
import type { Jurisdiction } from '../../cloudfunctions/demo/jurisdiction';
import type { Account } from '../../cloudfunctions/demo/personas';
import { puyangOver } from '../../cloudfunctions/demo/taiqian';
import type { WorldTables } from '../../cloudfunctions/demo/world';
import { PEOPLE } from '../../cloudfunctions/stand-ins/people';

/** Openids that hold something in the small world; any other openid is a citizen too. */
export const PERSONAS = {
  citizen: 'citizen-a',
  otherCitizen: 'citizen-b',
  puyangSupervisor: 'supervisor-puyang',
  puyangSecondSupervisor: 'second-supervisor-puyang',
  taiqianClerk: 'clerk-taiqian',
  taiqianTownClerk: 'clerk-taiqian-town',
  taiqianVillageClerk: 'clerk-taiqian-village',
  taiqianUnitLiaison: 'liaison-taiqian-unit',
  taiqianTownLiaison: 'liaison-taiqian-town',
  taiqianSupervisor: 'supervisor-taiqian',
  taiqianSecondSupervisor: 'second-supervisor-taiqian',
  chaozhouClerk: 'clerk-chaozhou',
  waterClerk: 'clerk-water',
  xiangqiaoClerk: 'clerk-xiangqiao',
  fengquanhuClerk: 'clerk-fengquanhu',
  chaozhouTownClerk: 'clerk-chaozhou-town',
  chaozhouVillageClerk: 'clerk-chaozhou-village',
  chaozhouUnitLiaison: 'liaison-chaozhou-unit',
  waterLiaison: 'liaison-water',
  xiangqiaoUnitLiaison: 'liaison-xiangqiao-unit',
  fengquanhuUnitLiaison: 'liaison-fengquanhu-unit',
  chaozhouTownLiaison: 'liaison-chaozhou-town',
  villageLiaison: 'liaison-village',
  xiangqiaoSupervisor: 'supervisor-xiangqiao',
  xiangqiaoSecondSupervisor: 'second-supervisor-xiangqiao',
  fengquanhuSupervisor: 'supervisor-fengquanhu',
  fengquanhuSecondSupervisor: 'second-supervisor-fengquanhu',
  chaozhouSupervisor: 'supervisor-chaozhou',
  chaozhouSecondSupervisor: 'second-supervisor-chaozhou',
  chaozhouThirdSupervisor: 'third-supervisor-chaozhou',
  chaozhouFourthSupervisor: 'fourth-supervisor-chaozhou',
  taiqianDisciplineOfficer: 'discipline-officer-taiqian',
  chaozhouDisciplineOfficer: 'discipline-officer-chaozhou',
  taiqianSystemAdmin: 'system-admin-taiqian',
  taiqianSecurityAdmin: 'security-admin-taiqian',
  taiqianAuditAdmin: 'audit-admin-taiqian',
  chaozhouSystemAdmin: 'system-admin-chaozhou',
  chaozhouSecurityAdmin: 'security-admin-chaozhou',
  xiangqiaoSystemAdmin: 'system-admin-xiangqiao',
} as const;

const taiqian: Jurisdiction = {
  key: 'tq',
  place: 'taiqian',
  region: '410927',
  level: 'county',
  kind: 'government',
  government: '台前县人民政府',
  bureau: '台前县政务服务数据管理局',
  center: '台前县行政服务中心',
  units: [
    { key: 'police', name: '台前县公安局', field: 'police', windows: 1 },
    { key: 'insurance', name: '台前县人力资源和社会保障局', field: 'insurance', windows: 1 },
    { key: 'land', name: '台前县自然资源局', field: 'land', windows: 1, hasLiaison: false },
    { key: 'market', name: '台前县市场监督管理局', field: 'market', windows: 1 },
  ],
  townPrefix: '台前县',
  towns: [
    { region: '410927100', windows: 1, villages: ['410927100201'] },
    { region: '410927205', windows: 1, hasLiaison: false },
  ],
};

const chaozhou: Jurisdiction = {
  key: 'cz',
  place: 'chaozhou',
  region: '4451',
  level: 'city',
  kind: 'government',
  government: '潮州市人民政府',
  bureau: '潮州市政务服务数据管理局',
  center: '潮州市政务服务中心',
  units: [
    { key: 'market', name: '潮州市市场监督管理局', field: 'market', windows: 1 },
    { key: 'party', name: '中共潮州市委机构编制委员会办公室', field: 'establishment', windows: 1 },
    { key: 'water', name: '潮州市供水公司', field: 'water', windows: 1, kind: 'enterprise' },
  ],
  areas: [
    {
      key: 'xq',
      place: 'chaozhou',
      region: '445102',
      level: 'county',
      kind: 'government',
      government: '湘桥区人民政府',
      bureau: '湘桥区政务服务数据管理局',
      center: '湘桥区政务服务中心',
      units: [
        { key: 'insurance', name: '湘桥区人力资源和社会保障局', field: 'insurance', windows: 1 },
        { key: 'civil', name: '湘桥区民政局', field: 'civil', windows: 1, hasLiaison: false },
      ],
      townPrefix: '湘桥区',
      towns: [{ region: '445102007', windows: 1, villages: ['445102007002'] }],
    },
    {
      key: 'fq',
      place: 'chaozhou',
      region: '445102402',
      level: 'county',
      kind: 'zone',
      government: '凤泉湖高新区管理委员会',
      bureau: '凤泉湖高新区政务服务数据管理局',
      center: '凤泉湖高新区政务服务中心',
      units: [{ key: 'market', name: '凤泉湖高新区市场监督管理局', field: 'market', windows: 2 }],
    },
  ],
};

const accounts: readonly Account[] = (
  [
    ['puyangSupervisor', 'supervisor-py-bureau'],
    ['puyangSecondSupervisor', 'supervisor-py-bureau-2'],
    ['taiqianClerk', 'clerk-tq02'],
    ['taiqianTownClerk', 'clerk-tq10001'],
    ['taiqianVillageClerk', 'clerk-tq10020101'],
    ['taiqianUnitLiaison', 'liaison-tq-insurance'],
    ['taiqianTownLiaison', 'liaison-tq100-gov'],
    ['taiqianSupervisor', 'supervisor-tq-bureau'],
    ['taiqianSecondSupervisor', 'supervisor-tq-bureau-2'],
    ['chaozhouClerk', 'clerk-cz01'],
    ['waterClerk', 'clerk-cz03'],
    ['xiangqiaoClerk', 'clerk-xq01'],
    ['fengquanhuClerk', 'clerk-fq01'],
    ['chaozhouTownClerk', 'clerk-xq00701'],
    ['chaozhouVillageClerk', 'clerk-xq00700201'],
    ['chaozhouUnitLiaison', 'liaison-cz-market'],
    ['waterLiaison', 'liaison-cz-water'],
    ['xiangqiaoUnitLiaison', 'liaison-xq-insurance'],
    ['fengquanhuUnitLiaison', 'liaison-fq-market'],
    ['chaozhouTownLiaison', 'liaison-xq007-gov'],
    ['villageLiaison', 'liaison-xq007002-gov'],
    ['xiangqiaoSupervisor', 'supervisor-xq-bureau'],
    ['xiangqiaoSecondSupervisor', 'supervisor-xq-bureau-2'],
    ['fengquanhuSupervisor', 'supervisor-fq-bureau'],
    ['fengquanhuSecondSupervisor', 'supervisor-fq-bureau-2'],
    ['chaozhouSupervisor', 'supervisor-cz-bureau'],
    ['chaozhouSecondSupervisor', 'supervisor-cz-bureau-2'],
    ['chaozhouThirdSupervisor', 'supervisor-cz-bureau-3'],
    ['chaozhouFourthSupervisor', 'supervisor-cz-bureau-4'],
    ['taiqianDisciplineOfficer', 'disciplineOfficer-tq-bureau'],
    ['chaozhouDisciplineOfficer', 'disciplineOfficer-cz-bureau'],
    ['taiqianSystemAdmin', 'systemAdmin-tq-bureau'],
    ['taiqianSecurityAdmin', 'securityAdmin-tq-bureau'],
    ['taiqianAuditAdmin', 'auditAdmin-tq-bureau'],
    ['chaozhouSystemAdmin', 'systemAdmin-cz-bureau'],
    ['chaozhouSecurityAdmin', 'securityAdmin-cz-bureau'],
    ['xiangqiaoSystemAdmin', 'systemAdmin-xq-bureau'],
  ] as const
).map(([who, staffId]) => ({ openid: PERSONAS[who], staffId, about: '' }));

const aCase = (caseNo: string, windowId: string, applicants: string[], given: Partial<CaseRow> = {}): CaseRow => ({
  caseNo,
  steps: [[windowId, '办结']],
  item: 0,
  applicants,
  finishedDaysAgo: 1,
  ...given,
});

const { citizen, otherCitizen } = PERSONAS;

const cases: readonly CaseRow[] = [
  aCase('TQ1', 'tq01', [citizen]),
  aCase('TQ2', 'tq02', [citizen], {
    steps: [
      ['tq01', '受理'],
      ['tq02', '办结'],
    ],
  }),
  aCase('TQ3', 'tq02', []),
  aCase('TQ4', 'tq02', [citizen], { finishedDaysAgo: -30 }),
  aCase('TQ5', 'tq10020101', [otherCitizen]),
  aCase('CZ1', 'cz01', [citizen]),
  aCase('CZ2', 'xq01', []),
  aCase('CZ3', 'xq00701', [otherCitizen]),
  aCase('CZ4', 'cz01', [], { phones: [PEOPLE[0]?.phone ?? ''], receiptCode: 'K7M2-P9QX' }),
];

/**
 * Both places at all four levels; in 濮阳市, above 台前, nobody is served. `tq03`, `tq20501` and `xq02` have no 责任人员; the sign of
 * `tq04` was replaced (serial 2 holds) and the one of `fq02` taken down; at `cz03` nobody is on duty. `TQ3` and `CZ2` are nobody's,
 * `TQ4` is not finished. `CZ4` knows its applicant by the phone of `citizen`, and has a receipt with a code.
 */
export const SMALL_TABLES: WorldTables = {
  areas: [puyangOver(taiqian), chaozhou],
  windows: {
    tq04: { code: { serial: 2, revoked: false } },
    fq02: { code: { serial: 1, revoked: true } },
    cz03: { onDuty: null },
  },
  accounts,
  cases,
};
