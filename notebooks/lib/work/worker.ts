import { answerOrders } from "./answer-orders.ts";

// The worker of a page whose systems were read when the site was built: without the readers of files, a third smaller.
answerOrders();
