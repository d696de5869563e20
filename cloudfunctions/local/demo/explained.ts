/** What the person at the keyboard can mend: its message alone is shown, without a stack. */
export class Explained extends Error {
  override readonly name = 'Explained';
}
