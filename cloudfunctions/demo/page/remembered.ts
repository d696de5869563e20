/** Who holds the phone and which window was scanned, in the page's own address, so that a reload keeps both. */
export type Remembered = { readonly persona: string | null; readonly window: string | null };

export const remembered = (): Remembered => {
  const said = new URLSearchParams(location.hash.slice(1));
  return { persona: said.get('persona'), window: said.get('window') };
};

export const remember = ({ persona, window }: Remembered): void => {
  const said = new URLSearchParams(
    Object.entries({ persona, window }).filter((pair) => pair[1] !== null) as string[][],
  );
  history.replaceState(null, '', `#${said}`);
};
