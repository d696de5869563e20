import type { Subject } from '@shared/domain/subject';

/** 大厅 · 窗口 · 工作人员, on one line. */
export const sayWhere = ({ center, window: windowName, staff }: Subject['names']): string =>
  [center, windowName, staff].filter(Boolean).join(' · ');
