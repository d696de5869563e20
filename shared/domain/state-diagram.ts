type Row<S extends string, M extends string> = { readonly from: S; readonly to: S; readonly move: M };

/** A table of states and moves as a Mermaid diagram: where it begins, each way from one state to another, where it may end. */
export const stateDiagram = <S extends string, M extends string>(
  table: readonly Row<S, M>[],
  begins: readonly S[],
  ends: readonly S[],
  say: { state(state: S): string; move(move: M): string },
): string => {
  const changing = table.filter(({ from, to }) => from !== to);
  const states = [...new Set(changing.flatMap(({ from, to }) => [from, to]))];
  return [
    'stateDiagram-v2',
    ...states.map((state) => `  ${state}: ${say.state(state)}`),
    ...begins.map((state) => `  [*] --> ${state}`),
    ...changing.map(({ from, to, move }) => `  ${from} --> ${to}: ${say.move(move)}`),
    ...ends.map((state) => `  ${state} --> [*]`),
  ].join('\n');
};
