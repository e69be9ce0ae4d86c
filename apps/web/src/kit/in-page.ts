import { createContext } from 'react';

/** Whether something stands on a page that has its heading; what does not must bring one. */
export const InPage = createContext(false);
