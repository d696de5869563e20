import type { Day } from '../kernel/time';

/** A document that clauses cite, and how far we know its text. A profile declares its own; these serve several. */
export type SourceDocument = {
  /** 文件名称 with its number where it has one; the word that `cite` takes. */
  readonly document: string;
  readonly issued: Day;
  /** Where its text was found. */
  readonly found: string;
  /** What was read of it: nothing is cited beyond this without saying so. */
  readonly read: 'whole' | 'opening' | 'contents' | 'report';
};

export const OPINION_2019: SourceDocument = {
  document: '《国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见》（国办发〔2019〕51号）',
  issued: '2019-12-03',
  found: '维基文库（开头部分）；新华社2019年12月17日报道',
  read: 'opening',
};

export const HOLIDAYS_2024: SourceDocument = {
  document: '《国务院办公厅关于2024年部分节假日安排的通知》（国办发明电〔2023〕7号）',
  issued: '2023-10-25',
  found: '维基文库；《人民日报》2023年10月26日第6版',
  read: 'whole',
};

export const HOLIDAYS_2025: SourceDocument = {
  document: '《国务院办公厅关于2025年部分节假日安排的通知》（国办发明电〔2024〕12号）',
  issued: '2024-11-12',
  found: '新华网2024年11月12日（光明网转载）；文号见转载件',
  read: 'whole',
};

export const HOLIDAYS_2026: SourceDocument = {
  document: '《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）',
  issued: '2025-11-04',
  found: '新华网2025年11月4日（光明网转载）；文号仅见一处论坛转载件',
  read: 'whole',
};
