export const checkMessages = async () => undefined;
