import { describeEveryPage } from './every-page.js';

describeEveryPage({ openedOn: 'phone', thenOn: 'desktop', locale: 'da' });
