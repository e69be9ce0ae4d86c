import { describeEveryPage } from './every-page.js';

describeEveryPage({ openedOn: 'desktop', thenOn: 'phone', locale: 'en' });
