import { wxRatings } from '../../cloudfunctions/adapters/wx/wx-ratings';
import { signalsFor } from '../../cloudfunctions/ports/signals-for';

/** A function for tests alone, bundled as the doors are: what a reviewer will be told of this rating. */
export const main = async ({ ratingId }: { readonly ratingId: string }) => {
  const file = await wxRatings.find(ratingId);
  return file ? signalsFor(file, wxRatings) : null;
};
