import { answerOrders } from "./answer-orders.ts";
import { textTasks } from "./text-tasks.ts";

// The worker of a page on which a reader writes a system of their own.
answerOrders(textTasks);
