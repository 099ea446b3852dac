import { pluralise } from '../../text/plural.ts'
import type { SearchMessages } from './search-messages.ts'

export const messages: SearchMessages = {
  loading: 'Searching…',
  none: 'Nothing found. Try other words, or look in the site map.',
  failed: 'The search did not load. Check your connection and try again, or look in the site map.',
  count: (whole, partial) => {
    if (whole === 0) return `No full match; ${partial} in part.`
    const results = pluralise(whole, 'result')
    return partial === 0 ? `${results}.` : `${results}, and ${partial} in part.`
  },
  partial: 'Partial matches',
  all: 'All results',
  more: 'Show ten more',
  group: { zh: 'Pages in Chinese', en: 'Pages in English' },
  facet: { kind: 'Kind', topic: 'Topic', place: 'Place', month: 'Month' },
  formatMonth: (month) => `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`,
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
