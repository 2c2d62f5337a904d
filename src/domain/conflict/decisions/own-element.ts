/** Names of what a team keeps on its own: an entity beside the shared one, so that neither counts in the other. */

import { entityOf } from '../element-path';

/** `BuyerProfile.paymentMethods` kept by cart is `BuyerProfile@cart.paymentMethods`. */
export function ownElement(element: string, team: string): string {
  const entity = entityOf(element);
  return `${entity}@${team}${element.slice(entity.length)}`;
}

/** The shared element that a team's own stands for; a shared one itself. */
export function sharedElement(element: string): string {
  const entity = entityOf(element);
  const mark = entity.lastIndexOf('@');
  return mark <= 0 ? element : `${entity.slice(0, mark)}${element.slice(entity.length)}`;
}
