export const checkBoundaries = async () => undefined;
export const checkBoundaryFixtures = async () => undefined;
