import type { Jurisdiction, UnitRow } from './jurisdiction';

/** A county has its own; in a district it is a branch of the city's. */
const branchIn = (county: string, agency: string): string =>
  county.endsWith('县') ? `${county}${agency}` : `潮州市${agency}${county}分局`;

const countyUnits = (county: string): readonly UnitRow[] => [
  { key: 'police', name: branchIn(county, '公安局'), field: 'police', windows: 1 },
  { key: 'insurance', name: `${county}人力资源和社会保障局`, field: 'insurance', windows: 1 },
  { key: 'market', name: `${county}市场监督管理局`, field: 'market', windows: 1 },
  { key: 'medical', name: branchIn(county, '医疗保障局'), field: 'medical', windows: 1 },
];

const county = (key: string, name: string, given: Pick<Jurisdiction, 'region' | 'units' | 'towns'>): Jurisdiction => ({
  key,
  place: 'chaozhou',
  level: 'county',
  kind: 'government',
  government: `${name}人民政府`,
  bureau: `${name}政务服务数据管理局`,
  center: `${name}政务服务中心`,
  townPrefix: name,
  ...given,
});

/** A functional zone with a bureau and a center of its own (CZ-4); its agencies are windows of its own administration. */
const zone = (key: string, name: string, region: string): Jurisdiction => ({
  key,
  place: 'chaozhou',
  region,
  level: 'county',
  kind: 'zone',
  government: `${name}管理委员会`,
  bureau: `${name}政务服务数据管理局`,
  center: `${name}政务服务中心`,
  units: [
    { key: 'market', name: `${name}市场监督管理局`, field: 'market', windows: 1 },
    { key: 'insurance', name: `${name}社会事务局`, field: 'insurance', windows: 1 },
  ],
});

/** 潮州市: four levels, a party-series unit, a public-service enterprise, two functional zones (CZ-2, CZ-4). */
export const CHAOZHOU: Jurisdiction = {
  key: 'cz',
  place: 'chaozhou',
  region: '4451',
  level: 'city',
  kind: 'government',
  government: '潮州市人民政府',
  bureau: '潮州市政务服务数据管理局',
  center: '潮州市政务服务中心',
  units: [
    { key: 'police', name: '潮州市公安局', field: 'police', windows: 2 },
    { key: 'insurance', name: '潮州市人力资源和社会保障局', field: 'insurance', windows: 1 },
    { key: 'market', name: '潮州市市场监督管理局', field: 'market', windows: 2 },
    { key: 'land', name: '潮州市自然资源局', field: 'land', windows: 1 },
    { key: 'medical', name: '潮州市医疗保障局', field: 'medical', windows: 1 },
    { key: 'tax', name: '国家税务总局潮州市税务局', field: 'tax', windows: 1 },
    { key: 'party', name: '中共潮州市委机构编制委员会办公室', field: 'establishment', windows: 1 },
    { key: 'water', name: '潮州市供水公司', field: 'water', windows: 1, kind: 'enterprise' },
  ],
  areas: [
    county('xq', '湘桥区', {
      region: '445102',
      units: [
        ...countyUnits('湘桥区'),
        { key: 'civil', name: '湘桥区民政局', field: 'civil', windows: 1, hasLiaison: false },
      ],
      towns: [
        { region: '445102007', windows: 2, villages: ['445102007002', '445102007003'] },
        { region: '445102100', windows: 1, villages: ['445102100001'] },
      ],
    }),
    county('ca', '潮安区', {
      region: '445103',
      units: countyUnits('潮安区'),
      towns: [
        { region: '445103110', windows: 2, villages: ['445103110200'] },
        { region: '445103104', windows: 1, villages: ['445103104202'] },
      ],
    }),
    county('rp', '饶平县', {
      region: '445122',
      units: countyUnits('饶平县'),
      towns: [
        { region: '445122100', windows: 1, villages: ['445122100001'] },
        { region: '445122107', windows: 1, villages: ['445122107200'] },
      ],
    }),
    zone('fq', '凤泉湖高新区', '445102402'),
    zone('fx', '枫溪区', '445103121'),
  ],
};
