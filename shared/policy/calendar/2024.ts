import type { CalendarYear } from '../../domain/working-time';
import { cite } from '../../kernel/clause';
import { HOLIDAYS_2024 } from '../sources';
import { daysOff } from './days-off';

export const year2024: CalendarYear = {
  year: 2024,
  revision: '2024·国办发明电〔2023〕7号',
  status: 'confirmed',
  source: cite(HOLIDAYS_2024.document, '第一至七项'),
  holidays: {
    ...daysOff('元旦', '2024-01-01'),
    ...daysOff('春节', '2024-02-10', '2024-02-17'),
    ...daysOff('清明节', '2024-04-04', '2024-04-06'),
    ...daysOff('劳动节', '2024-05-01', '2024-05-05'),
    ...daysOff('端午节', '2024-06-10'),
    ...daysOff('中秋节', '2024-09-15', '2024-09-17'),
    ...daysOff('国庆节', '2024-10-01', '2024-10-07'),
  },
  makeUpDays: {
    '2024-02-04': '春节',
    '2024-02-18': '春节',
    '2024-04-07': '清明节',
    '2024-04-28': '劳动节',
    '2024-05-11': '劳动节',
    '2024-09-14': '中秋节',
    '2024-09-29': '国庆节',
    '2024-10-12': '国庆节',
  },
};
