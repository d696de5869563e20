import type { CalendarYear } from '../../domain/working-time';
import { cite } from '../../kernel/clause';
import { HOLIDAYS_2025 } from '../sources';
import { daysOff } from './days-off';

export const year2025: CalendarYear = {
  year: 2025,
  revision: '2025·国办发明电〔2024〕12号',
  status: 'confirmed',
  source: cite(HOLIDAYS_2025.document, '第一至六项'),
  holidays: {
    ...daysOff('元旦', '2025-01-01'),
    ...daysOff('春节', '2025-01-28', '2025-02-04'),
    ...daysOff('清明节', '2025-04-04', '2025-04-06'),
    ...daysOff('劳动节', '2025-05-01', '2025-05-05'),
    ...daysOff('端午节', '2025-05-31', '2025-06-02'),
    ...daysOff('国庆节、中秋节', '2025-10-01', '2025-10-08'),
  },
  makeUpDays: {
    '2025-01-26': '春节',
    '2025-02-08': '春节',
    '2025-04-27': '劳动节',
    '2025-09-28': '国庆节、中秋节',
    '2025-10-11': '国庆节、中秋节',
  },
};
