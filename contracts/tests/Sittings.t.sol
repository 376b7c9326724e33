// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import {IDeliberations} from "../IDeliberations.sol";
import {Passkeys} from "./Passkeys.t.sol";

/// @dev Sessions of two academies: anyone tries anything with any signatures, time passes, and a second memory beside
/// the ledger knows what should have been accepted. The invariants compare the two.
contract Sittings is Passkeys {
    bytes32[] public opened;
    mapping(bytes32 deliberation => bytes32) public closed; // digest of the deliberation as it was closed
    bytes32[] public anchoredRoots;
    uint256 public disagreements;
    uint256 public decisions;
    uint256 public refusals;

    constructor() {
        openLedger();
        seatJury();
        accredit(MINISTRY, OTHER_ACADEMY, DIPLOMA, TODAY, TODAY + YEAR, false);
        accredit(MINISTRY, SCHOOL, COMPETENCE, TODAY, TODAY + YEAR, false);
        for (uint256 person = ANNE; person <= CHLOE; person++) seat(OTHER_ACADEMY, person, TODAY, TODAY + YEAR);
        opened.push(openUsual());
    }

    function academy(uint256 seed) public pure returns (address) {
        return seed % 2 == 0 ? ACADEMY : OTHER_ACADEMY;
    }

    /// @dev External so that a refusal can be caught; the runner's own calls pass by.
    modifier fromHere() {
        if (msg.sender == address(this)) _;
    }

    function tryOpen(uint256 by, uint256 session, uint256 results) public {
        vm.prank(academy(by));
        try ledger.open(bytes32(session % 3 + 1), bytes32(results % 3 + 1), jury(), 2) returns (bytes32 deliberation) {
            opened.push(deliberation);
        } catch {
            refusals++;
        }
    }

    function tryReopen(uint256 by, uint256 which, uint256 results) public {
        vm.prank(academy(by));
        try ledger.reopen(someOf(which), bytes32(results % 3 + 1), jury(), 2) returns (bytes32 deliberation) {
            opened.push(deliberation);
        } catch {
            refusals++;
        }
    }

    function tryReplace(uint256 by, uint256 which, uint256 absent, uint256 substitute) public {
        vm.prank(academy(by));
        try ledger.replace(someOf(which), memberOf(ANNE + absent % 5), memberOf(ANNE + substitute % 5)) {}
        catch {
            refusals++;
        }
    }

    function trySeat(uint256 by, uint256 who, bool ends) public {
        vm.prank(academy(by));
        (bytes32 x, bytes32 y) = keyOf(ANNE + who % 4);
        if (ends) {
            try ledger.endSeat(memberOf(ANNE + who % 4), uint48(block.timestamp) + 1) {} catch { refusals++; }
        } else {
            try ledger.seat(x, y, 0, uint48(block.timestamp) + 90 * DAY) {} catch { refusals++; }
        }
    }

    /// @dev Two signatures over something that is often what it should be, and often of another round.
    function tryClose(uint256 which, uint256 over, uint256 first, uint256 second, bool refusing) public {
        IDeliberations.Deliberation memory signed = ledger.deliberationOf(someOf(over));
        bytes32 root = refusing ? bytes32(0) : rootOf(which);
        IDeliberations.Signature[] memory pair = both(
            signs(ANNE + first % 5, someOf(over), signed.results, root),
            signs(ANNE + second % 5, someOf(over), signed.results, root)
        );
        bool expected = someOf(which) == someOf(over) && mayClose(someOf(which), first % 5, second % 5);
        try this.close(someOf(which), root, pair) {
            if (!expected) disagreements++;
            decisions++;
            closed[someOf(which)] = keccak256(abi.encode(ledger.deliberationOf(someOf(which))));
        } catch {
            if (expected) disagreements++;
            refusals++;
        }
    }

    function close(bytes32 deliberation, bytes32 root, IDeliberations.Signature[] memory pair) external fromHere {
        if (root == 0) ledger.refuse(deliberation, pair);
        else ledger.decide(deliberation, root, pair);
    }

    function tryAnchor(uint256 by, uint256 which, uint256 under, bool withoutJury) public {
        IDeliberations.Deliberation memory it = ledger.deliberationOf(someOf(under));
        bytes32 root = batchOf(which);
        bytes32[] memory path = new bytes32[](1);
        path[0] = keccak256("sibling");
        bool expected = !withoutJury && it.outcome == IDeliberations.Outcome.Decided && it.issuer == academy(by)
            && it.root == rootOf(which) && ledger.anchorOfKind(root, DIPLOMA).issuer == address(0)
            && ledger.isAccredited(academy(by), DIPLOMA, uint48(block.timestamp));
        try this.anchorAs(academy(by), root, someOf(under), path, withoutJury) {
            if (!expected) disagreements++;
            anchoredRoots.push(root);
        } catch {
            if (expected) disagreements++;
            refusals++;
        }
    }

    /// @dev Someone accredited for competences alone takes the root of a jury's batch, before or after it is anchored.
    function trySquat(uint256 which) public {
        vm.prank(SCHOOL);
        try ledger.anchor(batchOf(which), COMPETENCE) {} catch { refusals++; }
    }

    function anchorAs(address issuer, bytes32 root, bytes32 under, bytes32[] memory path, bool withoutJury)
        external
        fromHere
    {
        vm.prank(issuer);
        if (withoutJury) ledger.anchor(root, DIPLOMA);
        else ledger.anchorDecided(root, under, path);
    }

    function pass(uint48 time) public {
        vm.warp(block.timestamp + between(time, 1, 40 * DAY));
    }

    function counts() public view returns (uint256, uint256) {
        return (opened.length, anchoredRoots.length);
    }

    function someOf(uint256 seed) public view returns (bytes32) {
        return opened[seed % opened.length];
    }

    /// @dev One batch per deliberation, and the root over it and its sibling.
    function batchOf(uint256 seed) private view returns (bytes32) {
        return keccak256(abi.encode("batch", seed % opened.length));
    }

    function rootOf(uint256 seed) private view returns (bytes32) {
        return Hashes.commutativeKeccak256(batchOf(seed), keccak256("sibling"));
    }

    function mayClose(bytes32 deliberation, uint256 first, uint256 second) private view returns (bool) {
        IDeliberations.Deliberation memory it = ledger.deliberationOf(deliberation);
        return it.outcome == IDeliberations.Outcome.Open && first != second && sits(it, memberOf(ANNE + first))
            && sits(it, memberOf(ANNE + second));
    }

    function sits(IDeliberations.Deliberation memory it, bytes32 member) private view returns (bool) {
        for (uint256 i = 0; i < it.members.length; i++) {
            if (it.members[i] == member && it.replaced >> i & 1 == 0) {
                return ledger.isSeated(it.issuer, member, uint48(block.timestamp));
            }
        }
        return false;
    }
}
