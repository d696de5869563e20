export type IndexDefinition = {
  readonly name: string;
  readonly keys: readonly { readonly field: string; readonly direction: 1 | -1 }[];
  /** As on the platform a missing field counts as null: at most one document may lack it. */
  readonly unique?: boolean;
};
