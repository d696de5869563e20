/** Where a rule stands: a document of `policy/sources.ts` or of a profile, and the article in it. */
export type Citation = {
  /** 文件名称 with its number where it has one. */
  readonly document: string;
  /** 条款, such as 第七条. */
  readonly article: string;
  /** True when no regulation gives the figure and we propose it; said to everyone who asks for the basis. */
  readonly proposal?: boolean;
};

/** 条款: a figure of the law together with the place where the law says it. */
export type Clause<T> = { readonly value: T; readonly basis: Citation };

export const cite = (document: string, article: string): Citation => ({ document, article });

/** A figure that no regulation gives: `reason` says where the proposal comes from. */
export const propose = (reason: string): Citation => ({
  document: '本系统建议值（法规未规定具体数字）',
  article: reason,
  proposal: true,
});

export const clause = <T>(value: T, basis: Citation): Clause<T> => ({ value, basis });
