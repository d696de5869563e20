import type { Jurisdiction } from './jurisdiction';

/**
 * 濮阳市 on top of 台前县: nobody is served there, its bureau hears what the county's may not. The rules call it 市政务服务管理机构
 * and give it no other name (第十七条).
 */
export const puyangOver = (county: Jurisdiction): Jurisdiction => ({
  key: 'py',
  place: 'taiqian',
  region: '4109',
  level: 'city',
  kind: 'government',
  government: '濮阳市人民政府',
  bureau: '濮阳市政务服务管理机构',
  units: [],
  areas: [county],
});

/** 台前县: the county's center, its nine towns and some villages (TQ-5, TQ-9). */
export const TAIQIAN: Jurisdiction = {
  key: 'tq',
  place: 'taiqian',
  region: '410927',
  level: 'county',
  kind: 'government',
  government: '台前县人民政府',
  bureau: '台前县政务服务数据管理局',
  center: '台前县行政服务中心',
  units: [
    { key: 'police', name: '台前县公安局', field: 'police', windows: 2 },
    { key: 'insurance', name: '台前县人力资源和社会保障局', field: 'insurance', windows: 2 },
    { key: 'market', name: '台前县市场监督管理局', field: 'market', windows: 2 },
    { key: 'land', name: '台前县自然资源局', field: 'land', windows: 1, hasLiaison: false },
    { key: 'civil', name: '台前县民政局', field: 'civil', windows: 1 },
    { key: 'medical', name: '台前县医疗保障局', field: 'medical', windows: 1 },
    { key: 'tax', name: '国家税务总局台前县税务局', field: 'tax', windows: 1 },
  ],
  townPrefix: '台前县',
  towns: [
    { region: '410927100', windows: 2, villages: ['410927100201', '410927100203'] },
    { region: '410927101', windows: 2, villages: ['410927101201'] },
    { region: '410927102', windows: 2, villages: ['410927102201'] },
    { region: '410927103', windows: 1 },
    { region: '410927104', windows: 1 },
    { region: '410927105', windows: 1 },
    { region: '410927200', windows: 1, villages: ['410927200201'] },
    { region: '410927201', windows: 1 },
    { region: '410927205', windows: 1, villages: ['410927205201'], hasLiaison: false },
  ],
};
