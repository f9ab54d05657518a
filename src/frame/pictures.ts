/** Pictures to know oneself by, without reading: an id that is kept, and a shape in a square of 24. */
export const pictures = [
  { id: 'bird', path: 'M3 14c4-7 9-7 11-3l6-3-4 6c-2 5-8 6-13 0zm9 5v3' },
  { id: 'boat', path: 'M3 15h18l-3 5H6zM12 3v11M12 4l7 9h-7' },
  { id: 'tree', path: 'M12 22v-7M12 3l7 8h-4l4 5H5l4-5H5z' },
  { id: 'sun', path: 'M12 7a5 5 0 100 10 5 5 0 000-10zM12 1v3M12 20v3M1 12h3M20 12h3M4 4l2 2M18 18l2 2M4 20l2-2M18 6l2-2' },
  { id: 'moon', path: 'M15 3a9 9 0 106 13A8 8 0 0115 3z' },
  { id: 'fish', path: 'M3 12c4-6 10-6 14 0-4 6-10 6-14 0zM17 12l4-4v8zM8 11v1' },
  { id: 'kite', path: 'M12 2l6 7-6 9-6-9zM12 18c-2 2 2 3 0 5M6 9h12M12 2v16' },
  { id: 'leaf', path: 'M4 20C4 9 10 4 20 4c0 10-5 16-16 16zm0 0L15 9' },
  { id: 'star', path: 'M12 2l3 7 7 .6-5.400 4.700L18.300 22 12 18l-6.300 4 1.700-7.700L2 9.600 9 9z' },
  { id: 'drum', path: 'M4 8c0-4 16-4 16 0v9c0 4-16 4-16 0zM4 8c0 4 16 4 16 0M4 8l4 10M20 8l-4 10' },
  { id: 'bell', path: 'M5 17c2-2 2-4 2-7a5 5 0 0110 0c0 3 0 5 2 7zM10 20a2 2 0 004 0M12 2v3' },
  { id: 'hill', path: 'M1 20c4-9 7-9 10-3 2-8 6-8 12 3z' },
] as const
