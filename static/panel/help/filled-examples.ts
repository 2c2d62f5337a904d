import type { ContextContent } from '../../../src/domain/context/product-context';

export interface FilledExample {
  readonly title: string;
  /** What it shows how to say. */
  readonly shows: string;
  readonly content: ContextContent;
}

/** Whole contexts as good requesters write them, one for each kind of question that people get stuck on. Nobody's project, team or name. */
export const FILLED_EXAMPLES: readonly FilledExample[] = [
  {
    title: 'Faster shipping cost', shows: 'a wait that costs money, from what to what',
    content: {
      origin: 'team', question: 'build', sponsor: 'Head of Checkout', need: 'Buyers see the shipping cost before they give up', users: 'Mobile buyers at checkout, about 1.2M sessions a month',
      thresholds: [{ id: 't1', scale: 'time to display the shipping cost', unit: 's', better: 'lower', statistic: 'p95', past: 3.5, tolerable: 3.4, goal: 3.2, stretch: 2.8, meter: 'real-user monitoring of the checkout page' }],
      value: {
        metric: 'checkout conversion', change: { low: 3, high: 5, unit: '%' }, worth: { low: 6e6, high: 1e7, currency: 'USD', per: 'month' }, kind: 'increase-revenue',
        because: 'an A/B test with a delayed price', evidence: [{ note: 'A/B test of March, 14 days, both halves of 400,000 sessions' }], credibility: 0.8,
      },
      delay: { shape: 'steady' }, touchesSharedData: false,
    },
  },
  {
    title: 'Deleting what the law wants deleted', shows: 'a law with its name and date instead of an amount of money',
    content: {
      origin: 'compliance', question: 'build', sponsor: 'Data Protection Officer', need: 'Former buyers are forgotten when they ask for it', users: 'Buyers who close their account, about 9,000 a month',
      thresholds: [{ id: 't1', scale: 'time until all personal data is deleted', unit: 'days', better: 'lower', past: 60, tolerable: 30, goal: 25, limit: { level: 30, authority: 'GDPR Art. 12(3)' }, due: '2030-01-31', meter: 'age of the oldest open request, read every night' }],
      value: { notMoney: { reason: 'law', authority: 'GDPR Art. 12(3)', date: '2030-01-31', note: 'requests now take 60 days' }, evidence: [{ note: 'report of the deletion queue' }], credibility: 1 },
      delay: { shape: 'deadline', neededBy: '2030-01-31' }, touchesSharedData: false,
    },
  },
  {
    title: 'Several payment methods for each buyer', shows: 'a requirement on shared data with its reason',
    content: {
      origin: 'team', question: 'build', sponsor: 'Head of Offers', need: 'Returning buyers are offered the payment method that they would choose', users: 'Returning buyers with an account, about 700,000 a month',
      thresholds: [{ id: 't1', scale: 'share of purchases paid without retyping', unit: '%', better: 'higher', past: 28, tolerable: 32, goal: 40, meter: 'payment events of the checkout' }],
      value: {
        metric: 'repeat purchases', change: { low: 1, high: 3, unit: '%' }, worth: { low: 4e5, high: 9e5, currency: 'USD', per: 'month' }, kind: 'increase-revenue',
        because: 'what buyers with two stored methods do today', evidence: [{ note: 'comparison of buyers with one and with two methods, last quarter' }], credibility: 0.5,
      },
      delay: { shape: 'steady' }, touchesSharedData: true,
      claims: [{ id: 'c1', model: 'shop', element: 'BuyerProfile.paymentMethods', facet: 'count', level: 'must', min: 2, why: 'An offer needs a choice' }],
    },
  },
  {
    title: 'Purchase history through the holidays', shows: 'a season: worth something only until it is over',
    content: {
      origin: 'team', question: 'build', sponsor: 'Head of Campaigns', need: 'Holiday campaigns do not offer what somebody has just bought', users: 'Buyers who get holiday mails, about 2M',
      thresholds: [{ id: 't1', scale: 'age of the purchase history', unit: 'h', better: 'lower', past: 48, tolerable: 12, goal: 4, meter: 'time stamp of the newest purchase, every hour' }],
      value: {
        metric: 'unsubscriptions', change: { low: -20, high: -10, unit: '%' }, worth: { low: 1.5e5, high: 4e5, currency: 'USD', per: 'month' }, kind: 'protect-revenue',
        because: 'unsubscriptions after the last holidays', evidence: [{ note: 'survey of 600 people who unsubscribed in January' }], credibility: 0.5,
      },
      delay: { shape: 'season', from: '2029-11-15', until: '2029-12-31' }, touchesSharedData: false,
    },
  },
  {
    title: 'Can we carry a partner’s 460,000 products?', shows: 'a question that wants an answer, not a build, and a worth that nobody knows yet',
    content: {
      origin: 'customer', question: 'estimate', sponsor: 'Head of Sales', decides: 'whether we sign the contract with the partner', need: 'A partner’s buyers find all of its products in our shop', users: 'Buyers of the partner, number not known yet',
      thresholds: [{ id: 't1', scale: 'products that can be searched', unit: 'products', better: 'higher', past: 120_000, goal: 460_000, meter: 'count of the search index' }],
      value: { metric: 'products sold for the partner', unknown: true, evidence: [{ note: 'letter of intent of the partner' }] },
      delay: { shape: 'deadline', neededBy: '2029-06-30' }, touchesSharedData: false,
    },
  },
];
