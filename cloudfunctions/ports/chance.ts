/** What cannot be foretold. */
export type Chance = {
  /** So many characters of the readable alphabet (`shared/domain/invitation.ts`), each as likely as any other. */
  readableCode(length: number): string;
};
