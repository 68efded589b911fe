SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE FUNCTION public.paced() RETURNS boolean
    LANGUAGE plpgsql COST 10000
    AS $$
begin
    perform pg_sleep(milliseconds / 1000.0) from public.pace where milliseconds > 0;
    return true;
end $$;
CREATE FUNCTION public.raise_order_version() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    new.version := old.version + 1;
    new.changed_at := now();
    return new;
end $$;
CREATE FUNCTION public.touch_orders() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    update purchase_orders set version = version
    where order_no in (select order_no from changed) and changed_at <> now();
    return null;
end $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.bins (
    bin_no text NOT NULL,
    name text,
    changed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.boxes (
    box_no text NOT NULL,
    name text,
    changed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.items (
    item_no text NOT NULL,
    name text,
    changed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.pace (
    milliseconds integer NOT NULL
);
CREATE TABLE public.parts (
    part_no text NOT NULL,
    name text,
    changed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.products (
    product_no text NOT NULL,
    name text NOT NULL,
    unit text,
    unit_cost numeric(18,6),
    vendor_no text,
    vendor_item_no text,
    gtin text,
    changed_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.purchase_order_lines (
    order_no text NOT NULL,
    line_no integer NOT NULL,
    product_no text,
    description text,
    vendor_item_no text,
    ordered numeric(18,4),
    confirmed numeric(18,4) DEFAULT 0,
    shipped numeric(18,4) DEFAULT 0,
    back_ordered numeric(18,4) DEFAULT 0,
    cancelled numeric(18,4) DEFAULT 0,
    unit text,
    unit_cost numeric(18,6),
    expected_on date,
    tracking text,
    supplier_status text,
    is_hidden boolean DEFAULT false NOT NULL,
    special_order text
);
CREATE TABLE public.purchase_orders (
    order_no text NOT NULL,
    vendor_no text NOT NULL,
    status text DEFAULT 'OPEN'::text NOT NULL,
    ordered_on date,
    supplier_order_no text,
    supplier_status text,
    expected_on date,
    tracking text,
    currency text,
    buyer text,
    note text,
    is_incomplete boolean DEFAULT false NOT NULL,
    is_hidden boolean DEFAULT false NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT purchase_orders_status_check CHECK ((status = ANY (ARRAY['OPEN'::text, 'CONFIRMED'::text, 'PARTLY_SHIPPED'::text, 'SHIPPED'::text, 'CLOSED'::text, 'CANCELLED'::text])))
);
CREATE TABLE public.sites (
    site_no text NOT NULL,
    vendor_no text,
    name text,
    changed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.vault_bins (
    bin_no text NOT NULL,
    name text
);
CREATE TABLE public.vault_boxes (
    box_no text NOT NULL,
    name text
);
CREATE TABLE public.vendors (
    vendor_no text NOT NULL,
    name text,
    city text,
    changed_at timestamp with time zone NOT NULL
);
INSERT INTO public.bins VALUES
	('BIN-01', 'Bin 1', '2026-01-01 00:00:01+00'),
	('BIN-02', 'Bin 2', '2026-01-01 00:00:02+00'),
	('BIN-03', 'Bin 3', '2026-01-01 00:00:03+00'),
	('BIN-04', 'Bin 4', '2026-01-01 00:00:04+00'),
	('BIN-05', 'Bin 5', '2026-01-01 00:00:05+00'),
	('BIN-06', 'Bin 6', '2026-01-01 00:00:06+00'),
	('BIN-07', 'Bin 7', '2026-01-01 00:00:07+00'),
	('BIN-08', 'Bin 8', '2026-01-01 00:00:08+00'),
	('BIN-09', 'Bin 9', '2026-01-01 00:00:09+00'),
	('BIN-10', 'Bin 10', '2026-01-01 00:00:10+00'),
	('BIN-11', 'Bin 11', '2026-01-01 00:00:11+00'),
	('BIN-12', 'Bin 12', '2026-01-01 00:00:12+00');
INSERT INTO public.boxes VALUES
	('BOX-001', 'Box 1', '2026-01-01 00:00:01+00'),
	('BOX-002', 'Box 2', '2026-01-01 00:00:02+00'),
	('BOX-003', 'Box 3', '2026-01-01 00:00:03+00'),
	('BOX-004', 'Box 4', '2026-01-01 00:00:04+00'),
	('BOX-005', 'Box 5', '2026-01-01 00:00:05+00'),
	('BOX-006', 'Box 6', '2026-01-01 00:00:06+00'),
	('BOX-007', 'Box 7', '2026-01-01 00:00:07+00'),
	('BOX-008', 'Box 8', '2026-01-01 00:00:08+00'),
	('BOX-009', 'Box 9', '2026-01-01 00:00:09+00'),
	('BOX-010', 'Box 10', '2026-01-01 00:00:10+00'),
	('BOX-011', 'Box 11', '2026-01-01 00:00:11+00'),
	('BOX-012', 'Box 12', '2026-01-01 00:00:12+00'),
	('BOX-013', 'Box 13', '2026-01-01 00:00:13+00'),
	('BOX-014', 'Box 14', '2026-01-01 00:00:14+00'),
	('BOX-015', 'Box 15', '2026-01-01 00:00:15+00'),
	('BOX-016', 'Box 16', '2026-01-01 00:00:16+00'),
	('BOX-017', 'Box 17', '2026-01-01 00:00:17+00'),
	('BOX-018', 'Box 18', '2026-01-01 00:00:18+00'),
	('BOX-019', 'Box 19', '2026-01-01 00:00:19+00'),
	('BOX-020', 'Box 20', '2026-01-01 00:00:20+00'),
	('BOX-021', 'Box 21', '2026-01-01 00:00:21+00'),
	('BOX-022', 'Box 22', '2026-01-01 00:00:22+00'),
	('BOX-023', 'Box 23', '2026-01-01 00:00:23+00'),
	('BOX-024', 'Box 24', '2026-01-01 00:00:24+00'),
	('BOX-025', 'Box 25', '2026-01-01 00:00:25+00'),
	('BOX-026', 'Box 26', '2026-01-01 00:00:26+00'),
	('BOX-027', 'Box 27', '2026-01-01 00:00:27+00'),
	('BOX-028', 'Box 28', '2026-01-01 00:00:28+00'),
	('BOX-029', 'Box 29', '2026-01-01 00:00:29+00'),
	('BOX-030', 'Box 30', '2026-01-01 00:00:30+00'),
	('BOX-031', 'Box 31', '2026-01-01 00:00:31+00'),
	('BOX-032', 'Box 32', '2026-01-01 00:00:32+00'),
	('BOX-033', 'Box 33', '2026-01-01 00:00:33+00'),
	('BOX-034', 'Box 34', '2026-01-01 00:00:34+00'),
	('BOX-035', 'Box 35', '2026-01-01 00:00:35+00'),
	('BOX-036', 'Box 36', '2026-01-01 00:00:36+00'),
	('BOX-037', 'Box 37', '2026-01-01 00:00:37+00'),
	('BOX-038', 'Box 38', '2026-01-01 00:00:38+00'),
	('BOX-039', 'Box 39', '2026-01-01 00:00:39+00'),
	('BOX-040', 'Box 40', '2026-01-01 00:00:40+00'),
	('BOX-041', 'Box 41', '2026-01-01 00:00:41+00'),
	('BOX-042', 'Box 42', '2026-01-01 00:00:42+00'),
	('BOX-043', 'Box 43', '2026-01-01 00:00:43+00'),
	('BOX-044', 'Box 44', '2026-01-01 00:00:44+00'),
	('BOX-045', 'Box 45', '2026-01-01 00:00:45+00'),
	('BOX-046', 'Box 46', '2026-01-01 00:00:46+00'),
	('BOX-047', 'Box 47', '2026-01-01 00:00:47+00'),
	('BOX-048', 'Box 48', '2026-01-01 00:00:48+00'),
	('BOX-049', 'Box 49', '2026-01-01 00:00:49+00'),
	('BOX-050', 'Box 50', '2026-01-01 00:00:50+00');
INSERT INTO public.boxes VALUES
	('BOX-051', 'Box 51', '2026-01-01 00:00:51+00'),
	('BOX-052', 'Box 52', '2026-01-01 00:00:52+00'),
	('BOX-053', 'Box 53', '2026-01-01 00:00:53+00'),
	('BOX-054', 'Box 54', '2026-01-01 00:00:54+00'),
	('BOX-055', 'Box 55', '2026-01-01 00:00:55+00'),
	('BOX-056', 'Box 56', '2026-01-01 00:00:56+00'),
	('BOX-057', 'Box 57', '2026-01-01 00:00:57+00'),
	('BOX-058', 'Box 58', '2026-01-01 00:00:58+00'),
	('BOX-059', 'Box 59', '2026-01-01 00:00:59+00'),
	('BOX-060', 'Box 60', '2026-01-01 00:01:00+00'),
	('BOX-061', 'Box 61', '2026-01-01 00:01:01+00'),
	('BOX-062', 'Box 62', '2026-01-01 00:01:02+00'),
	('BOX-063', 'Box 63', '2026-01-01 00:01:03+00'),
	('BOX-064', 'Box 64', '2026-01-01 00:01:04+00'),
	('BOX-065', 'Box 65', '2026-01-01 00:01:05+00'),
	('BOX-066', 'Box 66', '2026-01-01 00:01:06+00'),
	('BOX-067', 'Box 67', '2026-01-01 00:01:07+00'),
	('BOX-068', 'Box 68', '2026-01-01 00:01:08+00'),
	('BOX-069', 'Box 69', '2026-01-01 00:01:09+00'),
	('BOX-070', 'Box 70', '2026-01-01 00:01:10+00'),
	('BOX-071', 'Box 71', '2026-01-01 00:01:11+00'),
	('BOX-072', 'Box 72', '2026-01-01 00:01:12+00'),
	('BOX-073', 'Box 73', '2026-01-01 00:01:13+00'),
	('BOX-074', 'Box 74', '2026-01-01 00:01:14+00'),
	('BOX-075', 'Box 75', '2026-01-01 00:01:15+00'),
	('BOX-076', 'Box 76', '2026-01-01 00:01:16+00'),
	('BOX-077', 'Box 77', '2026-01-01 00:01:17+00'),
	('BOX-078', 'Box 78', '2026-01-01 00:01:18+00'),
	('BOX-079', 'Box 79', '2026-01-01 00:01:19+00'),
	('BOX-080', 'Box 80', '2026-01-01 00:01:20+00'),
	('BOX-081', 'Box 81', '2026-01-01 00:01:21+00'),
	('BOX-082', 'Box 82', '2026-01-01 00:01:22+00'),
	('BOX-083', 'Box 83', '2026-01-01 00:01:23+00'),
	('BOX-084', 'Box 84', '2026-01-01 00:01:24+00'),
	('BOX-085', 'Box 85', '2026-01-01 00:01:25+00'),
	('BOX-086', 'Box 86', '2026-01-01 00:01:26+00'),
	('BOX-087', 'Box 87', '2026-01-01 00:01:27+00'),
	('BOX-088', 'Box 88', '2026-01-01 00:01:28+00'),
	('BOX-089', 'Box 89', '2026-01-01 00:01:29+00'),
	('BOX-090', 'Box 90', '2026-01-01 00:01:30+00'),
	('BOX-091', 'Box 91', '2026-01-01 00:01:31+00'),
	('BOX-092', 'Box 92', '2026-01-01 00:01:32+00'),
	('BOX-093', 'Box 93', '2026-01-01 00:01:33+00'),
	('BOX-094', 'Box 94', '2026-01-01 00:01:34+00'),
	('BOX-095', 'Box 95', '2026-01-01 00:01:35+00'),
	('BOX-096', 'Box 96', '2026-01-01 00:01:36+00'),
	('BOX-097', 'Box 97', '2026-01-01 00:01:37+00'),
	('BOX-098', 'Box 98', '2026-01-01 00:01:38+00'),
	('BOX-099', 'Box 99', '2026-01-01 00:01:39+00'),
	('BOX-100', 'Box 100', '2026-01-01 00:01:40+00');
INSERT INTO public.boxes VALUES
	('BOX-101', 'Box 101', '2026-01-01 00:01:41+00'),
	('BOX-102', 'Box 102', '2026-01-01 00:01:42+00'),
	('BOX-103', 'Box 103', '2026-01-01 00:01:43+00'),
	('BOX-104', 'Box 104', '2026-01-01 00:01:44+00'),
	('BOX-105', 'Box 105', '2026-01-01 00:01:45+00'),
	('BOX-106', 'Box 106', '2026-01-01 00:01:46+00'),
	('BOX-107', 'Box 107', '2026-01-01 00:01:47+00'),
	('BOX-108', 'Box 108', '2026-01-01 00:01:48+00'),
	('BOX-109', 'Box 109', '2026-01-01 00:01:49+00'),
	('BOX-110', 'Box 110', '2026-01-01 00:01:50+00'),
	('BOX-111', 'Box 111', '2026-01-01 00:01:51+00'),
	('BOX-112', 'Box 112', '2026-01-01 00:01:52+00'),
	('BOX-113', 'Box 113', '2026-01-01 00:01:53+00'),
	('BOX-114', 'Box 114', '2026-01-01 00:01:54+00'),
	('BOX-115', 'Box 115', '2026-01-01 00:01:55+00'),
	('BOX-116', 'Box 116', '2026-01-01 00:01:56+00'),
	('BOX-117', 'Box 117', '2026-01-01 00:01:57+00'),
	('BOX-118', 'Box 118', '2026-01-01 00:01:58+00'),
	('BOX-119', 'Box 119', '2026-01-01 00:01:59+00'),
	('BOX-120', 'Box 120', '2026-01-01 00:02:00+00');
INSERT INTO public.items VALUES
	('I-001', 'Item 1', '2026-01-01 00:00:01+00'),
	('I-002', 'Item 2', '2026-01-01 00:00:02+00'),
	('I-003', 'Item 3', '2026-01-01 00:00:03+00'),
	('I-004', 'Item 4', '2026-01-01 00:00:04+00'),
	('I-005', 'Item 5', '2026-01-01 00:00:05+00'),
	('I-006', 'Item 6', '2026-01-01 00:00:06+00'),
	('I-011', 'Item 11', '2026-11-30 15:58:43.998873+00'),
	('I-012', 'Item 12', '2026-11-30 15:58:43.998873+00'),
	('I-013', 'Item 13', '2026-11-30 15:58:43.998873+00'),
	('I-014', 'Item 14', '2026-11-30 15:58:43.998873+00');
INSERT INTO public.pace VALUES
	(0);
INSERT INTO public.parts VALUES
	('P-001', 'Part 1', '2026-01-01 00:00:01+00'),
	('P-002', 'Part 2', '2026-01-01 00:00:02+00'),
	('P-003', 'Part 3', '2026-01-01 00:00:03+00'),
	('P-004', 'Part 4', '2026-01-01 00:00:04+00'),
	('P-005', 'Part 5', '2026-01-01 00:00:05+00'),
	('P-006', 'Part 6', '2026-01-01 00:00:06+00'),
	('P-007', 'Part 7', '2026-01-01 00:00:07+00'),
	('P-008', 'Part 8', '2026-01-01 00:00:08+00'),
	('P-009', 'Part 9', '2026-01-01 00:00:09+00'),
	('P-010', 'Part 10', '2026-01-01 00:00:10+00'),
	('P-011', 'Part 11', '2026-01-01 00:00:11+00'),
	('P-012', 'Part 12', '2026-01-01 00:00:12+00'),
	('P-013', 'Part 13', '2026-01-01 00:00:13+00'),
	('P-014', 'Part 14', '2026-01-01 00:00:14+00'),
	('P-015', 'Part 15', '2026-01-01 00:00:15+00'),
	('P-016', 'Part 16', '2026-01-01 00:00:16+00'),
	('P-017', 'Part 17', '2026-01-01 00:00:17+00'),
	('P-018', 'Part 18', '2026-01-01 00:00:18+00'),
	('P-019', 'Part 19', '2026-01-01 00:00:19+00'),
	('P-020', 'Part 20', '2026-01-01 00:00:20+00'),
	('P-021', 'Part 21', '2026-01-01 00:00:21+00'),
	('P-022', 'Part 22', '2026-01-01 00:00:22+00'),
	('P-023', 'Part 23', '2026-01-01 00:00:23+00'),
	('P-024', 'Part 24', '2026-01-01 00:00:24+00'),
	('P-025', 'Part 25', '2026-01-01 00:00:25+00'),
	('P-026', 'Part 26', '2026-01-01 00:00:26+00'),
	('P-027', 'Part 27', '2026-01-01 00:00:27+00'),
	('P-028', 'Part 28', '2026-01-01 00:00:28+00'),
	('P-029', 'Part 29', '2026-01-01 00:00:29+00'),
	('P-030', 'Part 30', '2026-01-01 00:00:30+00'),
	('P-031', 'Part 31', '2026-01-01 00:00:31+00'),
	('P-032', 'Part 32', '2026-01-01 00:00:32+00'),
	('P-033', 'Part 33', '2026-01-01 00:00:33+00'),
	('P-034', 'Part 34', '2026-01-01 00:00:34+00'),
	('P-035', 'Part 35', '2026-01-01 00:00:35+00'),
	('P-036', 'Part 36', '2026-01-01 00:00:36+00'),
	('P-037', 'Part 37', '2026-01-01 00:00:37+00'),
	('P-038', 'Part 38', '2026-01-01 00:00:38+00'),
	('P-039', 'Part 39', '2026-01-01 00:00:39+00'),
	('P-040', 'Part 40', '2026-01-01 00:00:40+00'),
	('P-041', 'Part 41', '2026-01-01 00:00:41+00'),
	('P-042', 'Part 42', '2026-01-01 00:00:42+00'),
	('P-043', 'Part 43', '2026-01-01 00:00:43+00'),
	('P-044', 'Part 44', '2026-01-01 00:00:44+00'),
	('P-045', 'Part 45', '2026-01-01 00:00:45+00'),
	('P-046', 'Part 46', '2026-01-01 00:00:46+00'),
	('P-047', 'Part 47', '2026-01-01 00:00:47+00'),
	('P-048', 'Part 48', '2026-01-01 00:00:48+00'),
	('P-049', 'Part 49', '2026-01-01 00:00:49+00'),
	('P-050', 'Part 50', '2026-01-01 00:00:50+00');
INSERT INTO public.parts VALUES
	('P-051', 'Part 51', '2026-01-01 00:00:51+00'),
	('P-052', 'Part 52', '2026-01-01 00:00:52+00'),
	('P-053', 'Part 53', '2026-01-01 00:00:53+00'),
	('P-054', 'Part 54', '2026-01-01 00:00:54+00'),
	('P-055', 'Part 55', '2026-01-01 00:00:55+00'),
	('P-056', 'Part 56', '2026-01-01 00:00:56+00'),
	('P-057', 'Part 57', '2026-01-01 00:00:57+00'),
	('P-058', 'Part 58', '2026-01-01 00:00:58+00'),
	('P-059', 'Part 59', '2026-01-01 00:00:59+00'),
	('P-060', 'Part 60', '2026-01-01 00:01:00+00');
INSERT INTO public.purchase_order_lines VALUES
	('PO-10004', 1, 'P-1', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10009', 1, 'P-1', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10004', 2, 'P-2', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10009', 2, 'P-2', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10004', 3, 'P-3', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10009', 3, 'P-3', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10004', 4, 'P-4', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10009', 4, 'P-4', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10004', 5, 'P-5', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10009', 5, 'P-5', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10004', 6, 'P-6', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10009', 6, 'P-6', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10004', 7, 'P-7', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10009', 7, 'P-7', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10004', 8, 'P-8', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10009', 8, 'P-8', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10004', 9, 'P-9', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10009', 9, 'P-9', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10004', 10, 'P-10', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10009', 10, 'P-10', NULL, NULL, 20.0000, 0.0000, 0.0000, 0.0000, 0.0000, 'EA', NULL, NULL, NULL, NULL, false, NULL),
	('PO-10000', 1, 'P-1', NULL, NULL, 20.0000, 18.0000, 0.0000, 2.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10000', 2, 'P-2', NULL, NULL, 20.0000, 2.0000, 0.0000, 18.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10000', 3, 'P-3', NULL, NULL, 20.0000, 5.0000, 0.0000, 15.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10000', 4, 'P-4', NULL, NULL, 20.0000, 8.0000, 0.0000, 12.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10000', 5, 'P-5', NULL, NULL, 20.0000, 11.0000, 0.0000, 9.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10000', 6, 'P-6', NULL, NULL, 20.0000, 14.0000, 0.0000, 6.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10000', 7, 'P-7', NULL, NULL, 20.0000, 17.0000, 0.0000, 3.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10000', 8, 'P-8', NULL, NULL, 20.0000, 1.0000, 0.0000, 19.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10000', 9, 'P-9', NULL, NULL, 20.0000, 4.0000, 0.0000, 16.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10000', 10, 'P-10', NULL, NULL, 20.0000, 7.0000, 0.0000, 13.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10005', 1, 'P-1', NULL, NULL, 20.0000, 4.0000, 0.0000, 16.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10005', 2, 'P-2', NULL, NULL, 20.0000, 7.0000, 0.0000, 13.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10005', 3, 'P-3', NULL, NULL, 20.0000, 10.0000, 0.0000, 10.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10005', 4, 'P-4', NULL, NULL, 20.0000, 13.0000, 0.0000, 7.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10005', 5, 'P-5', NULL, NULL, 20.0000, 16.0000, 0.0000, 4.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10005', 6, 'P-6', NULL, NULL, 20.0000, 19.0000, 0.0000, 1.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10005', 7, 'P-7', NULL, NULL, 20.0000, 3.0000, 0.0000, 17.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10005', 8, 'P-8', NULL, NULL, 20.0000, 6.0000, 0.0000, 14.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10005', 9, 'P-9', NULL, NULL, 20.0000, 9.0000, 0.0000, 11.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL),
	('PO-10005', 10, 'P-10', NULL, NULL, 20.0000, 12.0000, 0.0000, 8.0000, 0.0000, 'EA', 9.500000, NULL, NULL, 'CONFIRMED', false, NULL);
INSERT INTO public.purchase_orders VALUES
	('PO-10004', 'V-00105', 'OPEN', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, 1, '2026-11-30 15:58:13.911654+00'),
	('PO-10009', 'V-00105', 'OPEN', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, 1, '2026-11-30 15:58:13.911654+00'),
	('PO-10000', 'V-00101', 'CONFIRMED', NULL, 'S-PO-10000', 'CHANGED', NULL, NULL, NULL, NULL, NULL, false, false, 2, '2026-11-30 15:58:42.331027+00'),
	('PO-10005', 'V-00101', 'CONFIRMED', NULL, 'S-PO-10005', 'CHANGED', NULL, NULL, NULL, NULL, NULL, false, false, 2, '2026-11-30 15:58:42.445455+00');
INSERT INTO public.sites VALUES
	('S-001', 'V-001', 'Has its vendor', '2026-01-01 00:00:00+00'),
	('S-002', 'V-003', 'Waits for a vendor without a name', '2026-01-01 00:00:00+00'),
	('S-003', 'V-099', 'Waits for a vendor that is not there', '2026-01-01 00:00:00+00');
INSERT INTO public.vault_bins VALUES
	('BIN-01', 'Bin 1'),
	('BIN-02', 'Bin 2'),
	('BIN-04', 'Bin 4'),
	('BIN-06', 'Bin 6'),
	('BIN-07', 'Bin 7'),
	('BIN-08', 'Bin 8'),
	('BIN-09', 'Bin 9'),
	('BIN-10', 'Bin 10'),
	('BIN-11', 'Bin 11'),
	('BIN-12', 'Bin 12'),
	('BIN-05', 'Other'),
	('BIN-99', 'Extra');
INSERT INTO public.vault_boxes VALUES
	('BOX-001', 'Box 1'),
	('BOX-002', 'Box 2'),
	('BOX-003', 'Box 3'),
	('BOX-004', 'Box 4'),
	('BOX-005', 'Box 5'),
	('BOX-006', 'Box 6'),
	('BOX-009', 'Box 9'),
	('BOX-010', 'Box 10'),
	('BOX-011', 'Box 11'),
	('BOX-012', 'Box 12'),
	('BOX-013', 'Box 13'),
	('BOX-014', 'Box 14'),
	('BOX-015', 'Box 15'),
	('BOX-016', 'Box 16'),
	('BOX-017', 'Box 17'),
	('BOX-018', 'Box 18'),
	('BOX-019', 'Box 19'),
	('BOX-020', 'Box 20'),
	('BOX-021', 'Box 21'),
	('BOX-022', 'Box 22'),
	('BOX-023', 'Box 23'),
	('BOX-024', 'Box 24'),
	('BOX-025', 'Box 25'),
	('BOX-026', 'Box 26'),
	('BOX-027', 'Box 27'),
	('BOX-028', 'Box 28'),
	('BOX-029', 'Box 29'),
	('BOX-030', 'Box 30'),
	('BOX-031', 'Box 31'),
	('BOX-032', 'Box 32'),
	('BOX-033', 'Box 33'),
	('BOX-034', 'Box 34'),
	('BOX-035', 'Box 35'),
	('BOX-036', 'Box 36'),
	('BOX-037', 'Box 37'),
	('BOX-038', 'Box 38'),
	('BOX-039', 'Box 39'),
	('BOX-040', 'Box 40'),
	('BOX-041', 'Box 41'),
	('BOX-042', 'Box 42'),
	('BOX-043', 'Box 43'),
	('BOX-044', 'Box 44'),
	('BOX-045', 'Box 45'),
	('BOX-046', 'Box 46'),
	('BOX-047', 'Box 47'),
	('BOX-048', 'Box 48'),
	('BOX-049', 'Box 49'),
	('BOX-050', 'Box 50'),
	('BOX-051', 'Box 51'),
	('BOX-052', 'Box 52');
INSERT INTO public.vault_boxes VALUES
	('BOX-053', 'Box 53'),
	('BOX-054', 'Box 54'),
	('BOX-055', 'Box 55'),
	('BOX-056', 'Box 56'),
	('BOX-057', 'Box 57'),
	('BOX-058', 'Box 58'),
	('BOX-059', 'Box 59'),
	('BOX-060', 'Box 60'),
	('BOX-061', 'Box 61'),
	('BOX-062', 'Box 62'),
	('BOX-063', 'Box 63'),
	('BOX-064', 'Box 64'),
	('BOX-065', 'Box 65'),
	('BOX-066', 'Box 66'),
	('BOX-067', 'Box 67'),
	('BOX-068', 'Box 68'),
	('BOX-069', 'Box 69'),
	('BOX-070', 'Box 70'),
	('BOX-071', 'Box 71'),
	('BOX-072', 'Box 72'),
	('BOX-073', 'Box 73'),
	('BOX-074', 'Box 74'),
	('BOX-075', 'Box 75'),
	('BOX-076', 'Box 76'),
	('BOX-077', 'Box 77'),
	('BOX-078', 'Box 78'),
	('BOX-079', 'Box 79'),
	('BOX-080', 'Box 80'),
	('BOX-081', 'Box 81'),
	('BOX-082', 'Box 82'),
	('BOX-083', 'Box 83'),
	('BOX-084', 'Box 84'),
	('BOX-085', 'Box 85'),
	('BOX-086', 'Box 86'),
	('BOX-087', 'Box 87'),
	('BOX-088', 'Box 88'),
	('BOX-089', 'Box 89'),
	('BOX-090', 'Box 90'),
	('BOX-091', 'Box 91'),
	('BOX-092', 'Box 92'),
	('BOX-093', 'Box 93'),
	('BOX-094', 'Box 94'),
	('BOX-095', 'Box 95'),
	('BOX-096', 'Box 96'),
	('BOX-097', 'Box 97'),
	('BOX-098', 'Box 98'),
	('BOX-099', 'Box 99'),
	('BOX-100', 'Box 100'),
	('BOX-101', 'Box 101'),
	('BOX-102', 'Box 102');
INSERT INTO public.vault_boxes VALUES
	('BOX-103', 'Box 103'),
	('BOX-104', 'Box 104'),
	('BOX-105', 'Box 105'),
	('BOX-106', 'Box 106'),
	('BOX-109', 'Box 109'),
	('BOX-110', 'Box 110'),
	('BOX-111', 'Box 111'),
	('BOX-112', 'Box 112'),
	('BOX-113', 'Box 113'),
	('BOX-114', 'Box 114'),
	('BOX-115', 'Box 115'),
	('BOX-116', 'Box 116'),
	('BOX-117', 'Box 117'),
	('BOX-118', 'Box 118'),
	('BOX-119', 'Box 119'),
	('BOX-120', 'Box 120'),
	('BOX-008', 'Other'),
	('BOX-108', 'Other'),
	('BOX-999', 'Extra');
INSERT INTO public.vendors VALUES
	('V-001', 'Vendor 1', 'Town 1', '2026-01-01 00:00:01+00'),
	('V-002', 'Vendor 2', 'Town 2', '2026-01-01 00:00:02+00'),
	('V-003', NULL, 'Town 3', '2026-01-01 00:00:03+00'),
	('V-004', 'Vendor 4', 'Town 4', '2026-01-01 00:00:04+00'),
	('V-005', 'Vendor 5', 'Town 5', '2026-01-01 00:00:05+00'),
	('V-006', 'Vendor 6', 'Town 6', '2026-01-01 00:00:06+00'),
	('V-007', 'Vendor 7', 'Town 7', '2026-01-01 00:00:07+00'),
	('V-008', 'Vendor 8', 'Nowhere', '2026-01-01 00:00:08+00'),
	('V-009', 'Vendor 9', 'Town 9', '2026-01-01 00:00:09+00'),
	('V-010', 'Vendor 10', 'Town 10', '2026-01-01 00:00:10+00'),
	('V-011', 'Vendor 11', 'Town 11', '2026-01-01 00:00:11+00'),
	('V-012', 'Vendor 12', 'Town 12', '2026-01-01 00:00:12+00');
ALTER TABLE ONLY public.bins
    ADD CONSTRAINT bins_pkey PRIMARY KEY (bin_no);
ALTER TABLE ONLY public.boxes
    ADD CONSTRAINT boxes_pkey PRIMARY KEY (box_no);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT items_pkey PRIMARY KEY (item_no);
ALTER TABLE ONLY public.parts
    ADD CONSTRAINT parts_pkey PRIMARY KEY (part_no);
ALTER TABLE ONLY public.products
    ADD CONSTRAINT products_pkey PRIMARY KEY (product_no);
ALTER TABLE ONLY public.purchase_order_lines
    ADD CONSTRAINT purchase_order_lines_pkey PRIMARY KEY (order_no, line_no);
ALTER TABLE ONLY public.purchase_orders
    ADD CONSTRAINT purchase_orders_pkey PRIMARY KEY (order_no);
ALTER TABLE ONLY public.sites
    ADD CONSTRAINT sites_pkey PRIMARY KEY (site_no);
ALTER TABLE ONLY public.vault_bins
    ADD CONSTRAINT vault_bins_pkey PRIMARY KEY (bin_no);
ALTER TABLE ONLY public.vault_boxes
    ADD CONSTRAINT vault_boxes_pkey PRIMARY KEY (box_no);
ALTER TABLE ONLY public.vendors
    ADD CONSTRAINT vendors_pkey PRIMARY KEY (vendor_no);
CREATE INDEX products_changed ON public.products USING btree (changed_at, product_no);
CREATE INDEX products_vendor ON public.products USING btree (vendor_no, vendor_item_no);
CREATE INDEX purchase_orders_changed ON public.purchase_orders USING btree (changed_at, order_no);
CREATE INDEX purchase_orders_vendor ON public.purchase_orders USING btree (vendor_no, order_no);
CREATE TRIGGER purchase_order_lines_added AFTER INSERT ON public.purchase_order_lines REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.touch_orders();
CREATE TRIGGER purchase_order_lines_edited AFTER UPDATE ON public.purchase_order_lines REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.touch_orders();
CREATE TRIGGER purchase_order_lines_removed AFTER DELETE ON public.purchase_order_lines REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.touch_orders();
CREATE TRIGGER purchase_order_version BEFORE UPDATE ON public.purchase_orders FOR EACH ROW EXECUTE FUNCTION public.raise_order_version();
ALTER TABLE ONLY public.purchase_order_lines
    ADD CONSTRAINT purchase_order_lines_order_no_fkey FOREIGN KEY (order_no) REFERENCES public.purchase_orders(order_no) ON DELETE CASCADE;
