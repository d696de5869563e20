import type { CalendarYear } from '../../domain/working-time';
import { cite } from '../../kernel/clause';
import { HOLIDAYS_2026 } from '../sources';
import { daysOff } from './days-off';

export const year2026: CalendarYear = {
  year: 2026,
  revision: '2026·国办发明电〔2025〕7号',
  status: 'confirmed',
  source: cite(HOLIDAYS_2026.document, '第一至七项'),
  holidays: {
    ...daysOff('元旦', '2026-01-01', '2026-01-03'),
    ...daysOff('春节', '2026-02-15', '2026-02-23'),
    ...daysOff('清明节', '2026-04-04', '2026-04-06'),
    ...daysOff('劳动节', '2026-05-01', '2026-05-05'),
    ...daysOff('端午节', '2026-06-19', '2026-06-21'),
    ...daysOff('中秋节', '2026-09-25', '2026-09-27'),
    ...daysOff('国庆节', '2026-10-01', '2026-10-07'),
  },
  makeUpDays: {
    '2026-01-04': '元旦',
    '2026-02-14': '春节',
    '2026-02-28': '春节',
    '2026-05-09': '劳动节',
    '2026-09-20': '国庆节',
    '2026-10-10': '国庆节',
  },
};
