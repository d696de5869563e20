import { serve } from '../../runtime/serve';

/** The door of other systems: it opens with the signed API; until then it knows no action. */
export const main = serve({ door: 'access', servesStaff: false }, []);
